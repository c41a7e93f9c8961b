"""Where bodies and events are, and of which country, by the words beside their names."""

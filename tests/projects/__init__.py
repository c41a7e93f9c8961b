"""Projects of one's own, worked on through the command line, each in a process of its own."""

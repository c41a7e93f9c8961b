"""What people read and look at: sentences, pages, tables."""

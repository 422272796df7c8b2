"""The edition behind `serve`: read and checked again as little as can be, rendered when asked."""

"""Puts a built site onto a web server: packed, whole or not at all, with a way back."""

"""Parts of our work in processes of their own; each prints one line of JSON at its end."""

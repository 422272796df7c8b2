"""Shows a tree of files in the browser and reloads it; knows nothing of what is shown."""

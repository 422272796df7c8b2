"""What a new site must pass before it takes the place of the published one; pure, no disk."""

"""What a confidence is worth: papers kept apart, read, and held against what was drawn."""

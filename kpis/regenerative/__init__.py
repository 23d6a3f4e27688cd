"""What gets better because guests come, and what their coming costs."""

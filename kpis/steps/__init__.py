"""The ten steps and the actions: what people have entered about their plan, shown as a profile and never as a score."""

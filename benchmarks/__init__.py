"""Side-by-side measures, as ratios in one run, against what a user would pick instead."""

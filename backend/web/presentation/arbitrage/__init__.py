"""The pages of the arbitration in words."""

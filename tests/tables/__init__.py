"""Storage: the engines, their connections and their transactions."""

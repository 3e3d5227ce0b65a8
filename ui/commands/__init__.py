"""The commands of `legenda`, a file each."""

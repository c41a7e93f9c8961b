"""Relations that a sentence tells: by triggers and their slots, whole constructions, nouns, labels and lists."""

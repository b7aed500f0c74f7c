"""Coverage-guided fuzzing: `make fuzz` looks for new inputs, `make test` goes over those that were kept."""

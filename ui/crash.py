"""What is shown when a bug surfaces: scrubbed of everything personal."""

"""What `installer/wine_proof.sh` runs, and stand-ins for what Wine lacks."""

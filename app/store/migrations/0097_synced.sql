-- Schema 97: the day each colleague last synchronised, as far as this computer is told: what the figures may lack.
ALTER TABLE person ADD COLUMN synced TEXT;

"""Keeps psychiatry's patient record out of the municipal journal; knows nothing but text."""

"""Builds and checks the tables in Ontology/gazetteer."""

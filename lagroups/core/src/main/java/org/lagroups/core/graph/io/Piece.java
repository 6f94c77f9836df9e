package org.lagroups.core.graph.io;

/**
 * A piece of a text.
 *
 * @param text its content, without quotes around it
 * @param line where it begins, from 1 up
 * @param column where it begins, in characters from 1 up
 */
record Piece(String text, int line, int column) {}

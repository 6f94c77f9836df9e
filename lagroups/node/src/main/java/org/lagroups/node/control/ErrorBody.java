package org.lagroups.node.control;

/**
 * What is answered instead when a request is refused.
 *
 * @param error what happened, for programs
 * @param message what happened, for people
 * @param hint what to do next; may be empty
 */
public record ErrorBody(String error, String message, String hint) {}

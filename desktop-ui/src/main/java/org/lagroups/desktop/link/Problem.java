package org.lagroups.desktop.link;

/**
 * Why the node has not done what was asked.
 *
 * @param code for programs, as in {@link org.lagroups.node.control.ErrorBody}
 * @param message what happened
 * @param hint what to do next, may be empty
 */
public record Problem(String code, String message, String hint) {}

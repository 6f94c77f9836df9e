package org.lagroups.node.control;

/**
 * Where a running node's control API is, as its home folder says.
 *
 * @param port on the loopback interface
 * @param processId the node's process
 */
public record ControlPoint(int port, long processId) {}

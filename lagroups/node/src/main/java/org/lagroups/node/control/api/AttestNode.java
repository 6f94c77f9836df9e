package org.lagroups.node.control.api;

import org.lagroups.machine.NodeId;

/** Asks to attest to a node now, and to lift its ban. The node's own tests go on deciding. */
public record AttestNode(NodeId node) {}

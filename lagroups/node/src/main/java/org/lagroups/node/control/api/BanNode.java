package org.lagroups.node.control.api;

import org.lagroups.machine.NodeId;

/**
 * Asks to withdraw the attestation to a node, and not to attest to it again until that is lifted.
 */
public record BanNode(NodeId node, ReasonInfo reason) {}

package org.lagroups.core.group;

import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.machine.NodeId;

/** A node at one end of an attestation, with what the attester reports about the attestee. */
public record AttestedNode(NodeId node, LinkInfo info) {}

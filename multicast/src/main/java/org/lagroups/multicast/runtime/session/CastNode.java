package org.lagroups.multicast.runtime.session;

import java.nio.file.Path;
import java.util.Optional;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.group.Contact;
import org.lagroups.multicast.protocol.CastMachine;
import org.lagroups.node.runtime.NodeLoop;

/**
 * What streams have of their node.
 *
 * @param contact where others reach it
 * @param folder for what is kept only as long as a stream goes on
 * @param standard what {@code -} stands for, if somebody runs the node for the sake of one stream
 */
public record CastNode(
    NodeLoop loop,
    CastMachine machine,
    Contact contact,
    Path folder,
    SignatureVerifier signatures,
    Optional<StandardStreams> standard) {}

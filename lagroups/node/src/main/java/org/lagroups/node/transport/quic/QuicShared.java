package org.lagroups.node.transport.quic;

import io.netty.handler.codec.quic.QuicChannel;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.TransportSettings;
import org.lagroups.node.transport.auth.CertificateVerifier;
import org.lagroups.node.transport.session.LinkEvents;
import org.lagroups.node.transport.session.Tally;

/**
 * What all connections of one socket share.
 *
 * @param self the node itself
 * @param denied peers that are refused
 */
record QuicShared(
    NodeId self,
    Predicate<NodeId> denied,
    TransportSettings settings,
    CertificateVerifier verifier,
    ResetTokens tokens,
    StatelessResets resets,
    Refusals refusals,
    LinkEvents events,
    Tally tally) {

  /**
   * For a carrier of this node.
   *
   * @param random unpredictable
   */
  static QuicShared of(
      Identity identity,
      Predicate<NodeId> denied,
      TransportSettings settings,
      InstantSource clock,
      RandomGenerator random,
      LinkEvents events,
      Tally tally) {
    ResetTokens tokens = new ResetTokens(identity);
    return new QuicShared(
        identity.nodeId(),
        denied,
        settings,
        new CertificateVerifier(clock),
        tokens,
        new StatelessResets(tokens, System::nanoTime, random),
        new Refusals(tally, System::nanoTime),
        events,
        tally);
  }

  QuicLink newLink(QuicConnection connection, QuicChannel channel, NodeId peer) {
    return new QuicLink(
        channel,
        peer,
        connection.isDialled(),
        connection.remote,
        tokens.tokenOf(connection.ownId()),
        connection::onHello,
        this);
  }
}

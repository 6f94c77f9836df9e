package org.lagroups.node.transport.quic;

import io.netty.handler.codec.quic.QuicChannel;
import java.util.random.RandomGenerator;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.NodeId;
import org.lagroups.node.transport.link.LinkSetup;

/** What all connections of one socket share. */
record QuicShared(LinkSetup setup, ResetTokens tokens, StatelessResets resets) {

  /**
   * For a carrier of this node.
   *
   * @param random unpredictable
   */
  static QuicShared of(LinkSetup setup, Identity identity, RandomGenerator random) {
    ResetTokens tokens = new ResetTokens(identity);
    return new QuicShared(setup, tokens, new StatelessResets(tokens, System::nanoTime, random));
  }

  QuicLink newLink(QuicConnection connection, QuicChannel channel, NodeId peer) {
    return new QuicLink(
        channel,
        peer,
        connection.isDialled(),
        connection.remote,
        tokens.tokenOf(connection.ownId()),
        connection::onOpened,
        setup);
  }
}

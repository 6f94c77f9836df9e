package org.lagroups.node.transport.quic;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.node.transport.quic.ConnectionIds.Owner;

final class ConnectionIdsTest {

  private final ConnectionIds ids = new ConnectionIds(new Random(1));
  private final ConnectionIds others = new ConnectionIds(new Random(2));

  @Test
  void knowsItsOwnIdsAndWhichSideTheyBelongTo() {
    assertThat(owner(ByteBuffer.wrap(ids.newDialled()))).isEqualTo(Owner.DIALLED);
    assertThat(owner(ids.newId(ConnectionIds.LENGTH))).isEqualTo(Owner.ACCEPTED);
    assertThat(owner(others.newId(ConnectionIds.LENGTH))).isEqualTo(Owner.UNKNOWN);
    assertThat(owner(ByteBuffer.wrap(others.newDialled()))).isEqualTo(Owner.UNKNOWN);
  }

  @Test
  void neverGivesTheSameIdTwice() {
    assertThat(ids.newId(ConnectionIds.LENGTH)).isNotEqualTo(ids.newId(ConnectionIds.LENGTH));
  }

  private Owner owner(ByteBuffer id) {
    ByteBuf packet = Unpooled.wrappedBuffer(ByteBuffer.wrap(new byte[] {0x40}), id);
    return ids.ownerOf(packet, 1);
  }
}

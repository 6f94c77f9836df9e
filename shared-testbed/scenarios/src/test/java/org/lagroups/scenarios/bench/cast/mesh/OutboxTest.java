package org.lagroups.scenarios.bench.cast.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
final class OutboxTest {

  private static final MeshMessage REQUEST = new MeshMessage.Request(1);
  private static final MeshMessage NEWS = new MeshMessage.Have(2);

  private final Outbox outbox = new Outbox();

  @Test
  void sendsRequestsAndNewsBeforeAChunk() throws InterruptedException {
    outbox.want(7);
    outbox.want(8);
    outbox.addNews(NEWS);
    outbox.add(REQUEST);
    assertThat(outbox.take()).isEqualTo(new Outbox.Next(List.of(REQUEST, NEWS), OptionalInt.of(7)));
    assertThat(outbox.take()).isEqualTo(new Outbox.Next(List.of(), OptionalInt.of(8)));
  }

  @Test
  void sendsNoChunkThatIsWantedNoMore() throws InterruptedException {
    outbox.want(7);
    outbox.want(8);
    outbox.wantNoMore(7);
    assertThat(outbox.take().chunk()).hasValue(8);
  }

  @Test
  void sendsNewsAloneAfterAWhile() throws InterruptedException {
    outbox.addNews(NEWS);
    assertThat(outbox.take()).isEqualTo(new Outbox.Next(List.of(NEWS), OptionalInt.empty()));
  }
}

package org.lagroups.multicast.runtime.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;

/** On a loop whose work a test carries out by hand. */
class HandoverTest {

  private final ArrayDeque<Runnable> loop = new ArrayDeque<>();
  private final List<InputEvent> told = new ArrayList<>();
  private final Handover handover = new Handover(loop::add, this::listen, 100);
  private boolean isFaulty;

  @Test
  void endsOnlyOnceEverythingHasBeenHandedOver() throws Exception {
    handover.put(bytes(1));
    handover.put(bytes(2));
    handover.end(new InputEvent.Ended());
    handover.request(1);
    run();
    assertThat(told).containsExactly(new InputEvent.Piece(bytes(1)));
    handover.request(1);
    run();
    assertThat(told)
        .containsExactly(
            new InputEvent.Piece(bytes(1)), new InputEvent.Piece(bytes(2)), new InputEvent.Ended());
    handover.end(new InputEvent.Ended());
    handover.request(5);
    run();
    assertThat(told).as("it ends once").hasSize(3);
  }

  @Test
  void goesOnAfterAListenerThatThrew() throws Exception {
    handover.put(bytes(1));
    handover.put(bytes(2));
    isFaulty = true;
    handover.request(2);
    assertThatThrownBy(this::run).hasMessage("a fault");
    isFaulty = false;
    run();
    assertThat(told).containsExactly(new InputEvent.Piece(bytes(2)));
  }

  @Test
  void takesNothingMoreOnceClosed() throws Exception {
    handover.request(5);
    handover.close();
    assertThat(handover.put(bytes(1))).isFalse();
    assertThat(handover.putDroppingOldest(bytes(1))).isFalse();
    handover.end(new InputEvent.Ended());
    run();
    assertThat(told).isEmpty();
  }

  private void listen(InputEvent event) {
    if (isFaulty) {
      throw new IllegalStateException("a fault");
    }
    told.add(event);
  }

  private void run() {
    while (!loop.isEmpty()) {
      loop.remove().run();
    }
  }

  private static Bytes bytes(int content) {
    return Bytes.copyOf((byte) content);
  }
}

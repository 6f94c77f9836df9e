package org.lagroups.wormguard.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FlowNotesTest {

  private static final int FLOWS = 5;

  @Test
  void keepsTheNumbersOfEachOwnerAndStreamApart() {
    FlowNotes notes = new FlowNotes(FLOWS);
    FlowNotes.OfStreams ones = notes.ofStreams(-1);
    FlowNotes.OfStreams others = notes.ofStreams(7);
    for (int stream = 0; stream < 2 * FLOWS; stream++) {
      assertThat(ones.get(stream)).isEqualTo(-1);
      assertThat(others.get(stream)).isEqualTo(7);
      ones.put(stream, stream);
      others.put(stream, 100 + stream);
    }
    for (int stream = 0; stream < 2 * FLOWS; stream++) {
      assertThat(ones.get(stream)).isEqualTo(stream);
      assertThat(others.get(stream)).isEqualTo(100 + stream);
    }
  }

  @Test
  void hasNoMoreNumbersThanItSays() {
    FlowNotes notes = new FlowNotes(FLOWS);
    for (int owner = 0; owner < FlowNotes.EACH / 2; owner++) {
      notes.ofStreams(0);
    }
    assertThatThrownBy(() -> notes.ofStreams(0)).isInstanceOf(IllegalStateException.class);
  }
}

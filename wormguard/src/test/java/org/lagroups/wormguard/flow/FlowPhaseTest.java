package org.lagroups.wormguard.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.flow.Conversation.ACK;
import static org.lagroups.wormguard.flow.Conversation.FIN;
import static org.lagroups.wormguard.flow.Conversation.RST;
import static org.lagroups.wormguard.flow.Conversation.SYN;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a TCP connection is established, gives way to the next, and is closed. */
class FlowPhaseTest {

  private final FlowTable table =
      new FlowTable(FlowSettings.DEFAULT.withMaxFlows(1_000), new Random(1), FlowListener.NONE);
  private final Conversation one = Conversation.fromPort(1_000);
  private final Conversation other = Conversation.fromPort(2_000);

  @Test
  void isEstablishedByTheLastPacketOfTheHandshake() {
    int flow = table.see(one.client(SYN, 0xffffffffL, 0, ""));
    table.see(one.server(SYN | ACK, 500, 0, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.NEW);
    table.see(one.client(ACK, 0, 501, ""));
    assertThat(table.phaseBefore()).isEqualTo(FlowPhase.NEW);
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
    assertThat(table.initialSequence(flow, Direction.TO_CLIENT)).isEqualTo(500);
  }

  @Test
  void isEstablishedWhenBothSidesSendTheirSyn() {
    int flow = table.see(one.client(SYN, 1_000, 0, ""));
    table.see(one.server(SYN, 3_000, 0, ""));
    table.see(one.client(SYN | ACK, 1_000, 3_001, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.NEW);
    table.see(one.server(ACK, 3_001, 1_001, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
  }

  @Test
  void isNotEstablishedByAnAcknowledgementOfSomethingElse() {
    int flow = table.see(one.client(SYN, 1_000, 0, ""));
    table.see(one.server(SYN | ACK, 3_000, 1_001, ""));
    table.see(one.client(ACK, 1_001, 3_000, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.NEW);
  }

  @Test
  void believesTheServerWhichOfTwoSynsItGot() {
    int flow = table.see(one.client(SYN, 7, 0, ""));
    table.see(one.client(SYN, 900_000_000, 0, ""));
    table.see(one.server(SYN | ACK, 3_000, 900_000_001, ""));
    table.see(one.client(ACK, 900_000_001, 3_001, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
    assertThat(table.initialSequence(flow, Direction.TO_SERVER)).isEqualTo(900_000_000);
  }

  @Test
  void believesTheClientWhichOfTwoSynsItGot() {
    int flow = table.see(one.client(SYN, 1_000, 0, ""));
    table.see(one.server(SYN | ACK, 400, 1_001, ""));
    table.see(one.server(SYN | ACK, 500, 1_001, ""));
    table.see(one.client(ACK, 1_001, 501, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
    assertThat(table.initialSequence(flow, Direction.TO_CLIENT)).isEqualTo(500);
  }

  @Test
  void believesTheLastAnswerUntilHandsAreShaken() {
    int flow = table.see(one.client(SYN, 1_000, 0, ""));
    table.see(one.server(SYN | ACK, 500, 70_000_001, ""));
    table.see(one.server(SYN | ACK, 500, 1_001, ""));
    assertThat(table.initialSequence(flow, Direction.TO_SERVER)).isEqualTo(1_000);
    table.see(one.client(ACK, 1_001, 501, ""));
    table.see(one.server(SYN | ACK, 500, 70_000_001, ""));
    assertThat(table.initialSequence(flow, Direction.TO_SERVER)).isEqualTo(1_000);
  }

  @Test
  void isNeverEstablishedFromTheMiddle() {
    int flow = table.see(one.server(SYN | ACK, 500, 1_001, ""));
    assertThat(table.direction()).isEqualTo(Direction.TO_CLIENT);
    table.see(one.client(ACK, 1_001, 501, ""));
    table.see(one.server(ACK, 501, 1_001, "data"));
    assertThat(table.isFromMiddle(flow)).isTrue();
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.NEW);
    table.see(one.client(SYN, 9_000, 0, ""));
    assertThat(table.counts().ended(FlowEnd.REPLACED)).isEqualTo(1);
  }

  @Test
  void isClosedByTheEndsOfBothSides() {
    int flow = one.shakeHands(table);
    table.see(one.client(FIN | ACK, 1_001, 501, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
    table.see(one.server(FIN | ACK, 501, 1_002, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.CLOSED);
    long id = table.id(flow);
    int next = table.see(one.client(SYN, 77, 0, ""));
    assertThat(table.id(next)).isEqualTo(id + 1);
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void anotherConnectionTakesThePlaceOfAnEstablishedOneOnceItIsAccepted() {
    one.shakeHands(table);
    assertThat(table.id(table.see(one.client(SYN, 900_000_000, 0, "")))).isEqualTo(1);
    table.see(one.client(SYN, 5, 0, ""));
    int next = table.see(one.server(SYN | ACK, 7_000, 900_000_001, ""));
    assertThat(table.id(next)).isEqualTo(2);
    assertThat(table.direction()).isEqualTo(Direction.TO_CLIENT);
    assertThat(table.clientPort(next)).isEqualTo(1_000);
    assertThat(table.phase(next)).isEqualTo(FlowPhase.NEW);
    table.see(one.client(ACK, 900_000_001, 7_001, ""));
    assertThat(table.phase(next)).isEqualTo(FlowPhase.ESTABLISHED);
    assertThat(table.initialSequence(next, Direction.TO_SERVER)).isEqualTo(900_000_000);
    assertThat(table.initialSequence(next, Direction.TO_CLIENT)).isEqualTo(7_000);
    assertThat(table.counts().ended(FlowEnd.REPLACED)).isEqualTo(1);
  }

  @Test
  void theServerOfAnEstablishedConnectionMayBecomeTheClientOfTheNext() {
    one.shakeHands(table);
    table.see(one.server(SYN, 9_000, 0, ""));
    int next = table.see(one.client(SYN | ACK, 77, 9_001, ""));
    assertThat(table.id(next)).isEqualTo(2);
    assertThat(table.direction()).isEqualTo(Direction.TO_CLIENT);
    assertThat(table.clientPort(next)).isEqualTo(80);
  }

  @Test
  void aForgedSynTakesThePlaceOfNoEstablishedFlow() {
    one.shakeHands(table);
    table.see(one.server(SYN | ACK, 7_000, 900_000_001, ""));
    table.see(one.client(SYN | ACK, 900_000_000, 7_001, ""));
    table.see(one.client(SYN, 900_000_000, 0, ""));
    table.see(one.server(ACK, 501, 1_001, ""));
    table.see(one.server(SYN | ACK, 500, 1_001, ""));
    int flow = table.see(one.client(ACK, 1_001, 501, "goes on"));
    assertThat(table.id(flow)).isEqualTo(1);
    assertThat(table.initialSequence(flow, Direction.TO_SERVER)).isEqualTo(1_000);
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
  }

  @Test
  void isClosedByAResetOfThisConnectionOnly() {
    int flow = one.shakeHands(table);
    table.see(one.server(RST, 600_000_000, 0, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
    table.see(one.client(SYN, 5, 0, ""));
    assertThat(table.counts().begun()).isEqualTo(1);
    table.see(one.server(RST, 501, 0, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.CLOSED);
    int refused = table.see(other.client(SYN, 1_000, 0, ""));
    table.see(other.server(RST | ACK, 0, 1_001, ""));
    assertThat(table.phase(refused)).isEqualTo(FlowPhase.CLOSED);
  }

  @Test
  void isClosedByAResetWithTheExpectedNumberOnly() {
    int flow = one.shakeHands(table);
    table.see(one.server(RST, 502, 0, ""));
    table.see(one.server(RST, 500, 0, ""));
    table.see(one.client(ACK, 1_005, 501, "later"));
    table.see(one.client(RST, 1_010, 0, ""));
    assertThat(table.phase(flow)).as("the server waits for 1001").isEqualTo(FlowPhase.ESTABLISHED);
    table.see(one.server(ACK, 501, 1_010, ""));
    table.see(one.client(RST, 1_009, 0, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.ESTABLISHED);
    table.see(one.client(RST, 1_010, 0, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.CLOSED);
  }

  @Test
  void isRefusedByAnAcknowledgementOfItsSynOnly() {
    int flow = table.see(one.client(SYN, 1_000, 0, "data"));
    table.see(one.server(RST | ACK, 0, 1_000, ""));
    table.see(one.server(RST | ACK, 0, 1_006, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.NEW);
    table.see(one.server(RST | ACK, 0, 1_005, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.CLOSED);
  }

  @Test
  void followsNumbersOfAFlowFromTheMiddleToItsReset() {
    int flow = table.see(one.client(ACK, 1_001, 501, "data"));
    table.see(one.server(ACK, 501, 1_005, "data"));
    table.see(one.server(RST | ACK, 506, 1_005, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.NEW);
    table.see(one.server(RST | ACK, 505, 1_005, ""));
    assertThat(table.phase(flow)).isEqualTo(FlowPhase.CLOSED);
  }
}

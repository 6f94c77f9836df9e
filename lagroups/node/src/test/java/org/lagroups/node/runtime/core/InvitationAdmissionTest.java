package org.lagroups.node.runtime.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.tables.CoreTables;
import org.lagroups.node.state.tables.DirectStore;
import org.lagroups.node.state.tables.ManualLoop;

class InvitationAdmissionTest {

  private static final GroupId GROUP = GroupId.random(new Random(1));
  private static final Bytes TOKEN = Bytes.fromHex("000102030405060708090a0b0c0d0e0f");
  private static final NodeId GUEST = node(1);
  private static final NodeId OTHER = node(2);

  private final ManualLoop loop = new ManualLoop();
  private final List<Boolean> decisions = new ArrayList<>();
  private DirectStore store;
  private InvitationAdmission admission;

  @BeforeEach
  void invite() throws SQLException {
    store = new DirectStore();
    CoreTables tables = CoreTables.load(store, loop);
    tables.invitations().add(TOKEN, GROUP, Long.MAX_VALUE / 2, 0).join();
    admission = new InvitationAdmission(tables.invitations(), loop);
  }

  @AfterEach
  void close() throws SQLException {
    store.close();
  }

  @Test
  void admitsOnceTheTokenIsUsedUpOnDisk() {
    store.hold();
    ask(GUEST);
    assertThat(decisions).isEmpty();

    store.release();
    assertThat(decisions).as("before the loop's turn").isEmpty();
    loop.run();
    assertThat(decisions).containsExactly(true);
  }

  @Test
  void refusesAtOnceWhoHasNoGoodToken() {
    admission.decide(GROUP, GUEST, Bytes.EMPTY, decisions::add);

    assertThat(decisions).containsExactly(false);
  }

  @Test
  void refusesTheSecondGuestWhileTheFirstWaitsForTheDisk() {
    store.hold();
    ask(GUEST);
    ask(OTHER);

    assertThat(decisions).containsExactly(false);
  }

  @Test
  void doesNotTakeAWriteUnderWayForADurableOne() {
    store.hold();
    ask(GUEST);
    ask(GUEST);

    assertThat(decisions).isEmpty();
  }

  @Test
  void leavesTheInvitationOpenIfTheDiskRefuses() {
    store.setFull(true);
    ask(GUEST);
    assertThat(decisions).containsExactly(false);

    store.setFull(false);
    ask(OTHER);
    assertThat(decisions).containsExactly(false, true);
  }

  @Test
  void saysNoForNowIfTheDiskDoesNotAnswer() {
    store.hold();
    ask(GUEST);
    loop.runLater();
    assertThat(decisions).containsExactly(false);

    store.release();
    loop.run();
    assertThat(decisions).as("decided once").containsExactly(false);
    ask(OTHER);
    ask(GUEST);
    assertThat(decisions).containsExactly(false, false, true);
  }

  private void ask(NodeId node) {
    admission.decide(GROUP, node, TOKEN, decisions::add);
    loop.run();
  }

  private static NodeId node(int number) {
    byte[] value = new byte[NodeId.LENGTH];
    value[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(value));
  }
}

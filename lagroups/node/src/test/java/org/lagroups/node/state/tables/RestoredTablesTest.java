package org.lagroups.node.state.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.StoredGroup;
import org.lagroups.core.monitor.Acquaintances;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.database.Database;
import org.lagroups.node.state.database.DatabaseCopier;
import org.lagroups.node.state.database.DatabaseFile;
import org.lagroups.node.testing.TestNodes;

/** What the core's tables are after a damaged database was replaced by its copy. */
class RestoredTablesTest {

  private static final GroupId OLD = GroupId.random(new Random(1));
  private static final GroupId AHEAD = GroupId.random(new Random(2));

  /** A number that the clock reaches in the year 2286. */
  private static final long FAR_AHEAD = 10_000_000_000_000L;

  private static final Bytes OPEN = Bytes.fromHex("0102");
  private static final Bytes USED = Bytes.fromHex("0304");
  private static final NodeId GUEST = node(1);
  private static final NodeId STRANGER = node(2);

  @TempDir private Path folder;
  private final ManualLoop loop = new ManualLoop();

  @Test
  void numbersGoOnBeyondAllThatMayHaveBeenUsedSinceTheCopy() throws IOException {
    long now = System.currentTimeMillis();
    try (Database database = restored()) {
      List<StoredGroup> groups = load(database).groups().load();
      assertThat(reserved(groups, OLD))
          .isGreaterThanOrEqualTo(now + GroupTable.RESTORE_MARGIN_MILLIS);
      assertThat(reserved(groups, AHEAD)).isEqualTo(FAR_AHEAD + GroupTable.RESTORE_MARGIN_MILLIS);
      assertThat(load(database).groups().numbersForgotten())
          .isGreaterThanOrEqualTo(now + GroupTable.RESTORE_MARGIN_MILLIS);
    }
  }

  @Test
  void noInvitationThatMayHaveBeenUsedAdmitsAnybody() throws IOException {
    long now = System.currentTimeMillis();
    try (Database database = restored()) {
      InvitationTable invitations = load(database).invitations();
      assertThat(invitations.use(OPEN, OLD, STRANGER, now)).isEmpty();
      assertThat(invitations.use(USED, OLD, STRANGER, now)).isEmpty();
      assertThat(invitations.use(USED, OLD, GUEST, now)).isPresent();
    }
  }

  @Test
  void noSeatOfAnOlderStateIsTakenAgain() throws IOException {
    try (Database database = restored()) {
      assertThat(load(database).agreements().load(OLD)).isEmpty();
    }
  }

  @Test
  void bansStay() throws IOException {
    try (Database database = restored()) {
      assertThat(load(database).acquaintances().load(OLD).banned()).containsOnlyKeys(STRANGER);
    }
  }

  private Database restored() throws IOException {
    try (Database database = open();
        DatabaseCopier copier = DatabaseCopier.start(file())) {
      assertThat(copier).isNotNull();
      fill(load(database));
    }
    Files.write(file(), new byte[8_192]);
    return open();
  }

  private void fill(CoreTables tables) {
    long now = System.currentTimeMillis();
    tables.groups().save(group(OLD, 7), () -> {});
    tables.groups().save(group(AHEAD, FAR_AHEAD), () -> {});
    tables.agreements().save(OLD, OPEN, () -> {});
    tables.invitations().add(OPEN, OLD, now + 1_000_000, now).join();
    tables.invitations().add(USED, OLD, now + 1_000_000, now).join();
    tables.invitations().use(USED, OLD, GUEST, now).orElseThrow().join();
    Reason reason = Reason.of(ReasonCode.OPERATOR);
    tables.acquaintances().save(OLD, new Acquaintances(List.of(), Map.of(STRANGER, reason)));
    var durable = tables.writes().durable();
    TestNodes.await(
        "all is on disk",
        () -> {
          loop.run();
          return durable.isDone();
        });
    durable.join();
  }

  private CoreTables load(Database database) {
    return CoreTables.load(database, loop);
  }

  private Database open() {
    return DatabaseFile.open(file(), List.of(CoreTables.SCHEMA), Instant.now()).database();
  }

  private Path file() {
    return folder.resolve("state.db");
  }

  private static StoredGroup group(GroupId group, long reserved) {
    return new StoredGroup(
        group, GroupSettings.DEFAULT, true, reserved, List.of(), List.of(), List.of(), List.of());
  }

  private static long reserved(List<StoredGroup> groups, GroupId group) {
    return groups.stream()
        .filter(one -> one.group().equals(group))
        .findFirst()
        .orElseThrow()
        .reservedSequence();
  }

  private static NodeId node(int number) {
    byte[] id = new byte[NodeId.LENGTH];
    id[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(id));
  }
}

package org.lagroups.node.state.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.core.monitor.ask.Question;
import org.lagroups.core.monitor.kit.BatteryPlan;
import org.lagroups.core.monitor.kit.KitSettings;
import org.lagroups.core.monitor.kit.TestKind;
import org.lagroups.machine.NodeId;

/** Settings by their keys, written as the file has them: how two of them are compared and shown. */
public final class ConfigValues {

  private ConfigValues() {}

  /** The value of each key; as many as {@link SaidConfig} lists for a file that says the same. */
  public static Map<String, List<String>> of(NodeConfig config) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("name", List.of(config.name()));
    values.put("network.listen", List.of(config.listenHost()));
    values.put("network.port", number(config.port()));
    values.put("network.advertise", config.advertised().stream().map(Advertised::text).toList());
    values.put("network.deny", config.denied().stream().map(NodeId::toString).sorted().toList());
    values.put("control.port", number(config.controlPort()));
    values.put("groups.validity-seconds", number(config.validityMillis() / 1_000));
    values.put("share.verify-paths", number(config.verifyPaths()));
    values.put("cast.uplink-bits-per-second", number(config.uplinkBitsPerSecond()));
    putTests(config.tests(), values);
    values.put("log.level", List.of(config.logLevel().word()));
    return values;
  }

  private static void putTests(TestConfig tests, Map<String, List<String>> values) {
    KitSettings kit = tests.kit();
    putPlan("tests", kit.standard(), values);
    kit.byGroup().forEach((group, plan) -> putPlan("tests.group." + group, plan, values));
    values.put("tests.throughput-bits-per-second", number(kit.throughput().floorBitsPerSecond()));
    values.put(
        "tests.flood-messages-per-second", number((long) kit.flood().messages().perSecond()));
    values.put("tests.flood-bytes-per-second", number((long) kit.flood().bytes().perSecond()));
    values.put(
        "tests.questions", tests.questions().questions().stream().map(Question::text).toList());
    values.put("tests.question-seconds", number(tests.questions().every().toSeconds()));
  }

  private static void putPlan(String table, BatteryPlan plan, Map<String, List<String>> values) {
    boolean isAll = plan.needed() == plan.tests().size();
    values.put(table + ".battery", plan.tests().stream().sorted().map(TestKind::word).toList());
    values.put(table + ".needed", number(isAll ? 0 : plan.needed()));
  }

  private static List<String> number(long value) {
    return List.of(Long.toString(value));
  }
}

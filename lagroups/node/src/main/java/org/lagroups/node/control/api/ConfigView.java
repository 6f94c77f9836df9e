package org.lagroups.node.control.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.config.ConfigValues;
import org.lagroups.node.state.config.NodeConfig;
import org.lagroups.node.state.config.SaidConfig;
import org.lagroups.node.state.config.Setting;

/**
 * A node's settings as its file has them, and as it runs. What the file says holds from the next
 * start.
 *
 * @param file where they are
 * @param problem why the file cannot be read as it is, or null; there are no settings then
 */
public record ConfigView(String file, List<SettingView> settings, @Nullable Problem problem) {

  /**
   * A setting. Values are lists of texts, with one text in all but lists.
   *
   * @param key such as {@code network.port}
   * @param kind a word of {@link Setting.Kind}
   * @param value what the file says, or the default
   * @param isSet whether the file says anything
   * @param standard the default
   * @param running with what the node runs, or null if none does
   * @param pending whether the node runs with something else than the file says: the file was
   *     changed since, or the command that started the node overrides it
   * @param least of a number
   * @param most of a number
   * @param choices what can be chosen from; empty if that is not fixed
   */
  public record SettingView(
      String key,
      String kind,
      List<String> value,
      boolean isSet,
      List<String> standard,
      @Nullable List<String> running,
      boolean pending,
      @Nullable Long least,
      @Nullable Long most,
      List<String> choices) {

    public SettingView {
      value = List.copyOf(value);
      standard = List.copyOf(standard);
      running = running == null ? null : List.copyOf(running);
      choices = List.copyOf(choices);
    }
  }

  /** What is wrong with the file, and what is allowed there. */
  public record Problem(String message, String hint) {}

  public ConfigView {
    settings = List.copyOf(settings);
  }

  /**
   * What a file says.
   *
   * @param running with what the node runs, or null if none does
   */
  public static ConfigView of(Path file, SaidConfig said, @Nullable NodeConfig running) {
    Map<String, List<String>> standard = ConfigValues.of(NodeConfig.DEFAULT);
    Map<String, List<String>> wanted = ConfigValues.of(said.config());
    Map<String, List<String>> now = running == null ? null : ConfigValues.of(running);
    List<SettingView> views =
        said.settings().stream().map(setting -> view(setting, standard, wanted, now)).toList();
    return new ConfigView(file.toString(), views, null);
  }

  /** That a file cannot be read as it is. */
  public static ConfigView of(Path file, StateException problem) {
    return new ConfigView(
        file.toString(),
        List.of(),
        new Problem(String.valueOf(problem.getMessage()), problem.hint()));
  }

  private static SettingView view(
      Setting setting,
      Map<String, List<String>> standard,
      Map<String, List<String>> wanted,
      @Nullable Map<String, List<String>> now) {
    String key = setting.key();
    List<String> usual = valueIn(standard, key);
    List<String> running = now == null ? null : valueIn(now, key);
    boolean isNumber = setting.kind() == Setting.Kind.NUMBER;
    return new SettingView(
        key,
        setting.kind().word(),
        setting.said().orElse(usual),
        setting.said().isPresent(),
        usual,
        running,
        running != null && !running.equals(valueIn(wanted, key)),
        isNumber ? setting.least() : null,
        isNumber ? setting.most() : null,
        setting.choices());
  }

  /** What holds for a group that has no battery of its own is what holds for all. */
  private static List<String> valueIn(Map<String, List<String>> values, String key) {
    List<String> own = values.get(key);
    return own == null
        ? values.getOrDefault("tests" + key.substring(key.lastIndexOf('.')), List.of())
        : own;
  }
}

package org.lagroups.node.state.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Printable;
import org.lagroups.node.state.StateException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Other values for some settings, and how they get into the text of a file.
 *
 * @param file what problems name; it is not touched
 * @param set the new values by their keys
 * @param reset keys that are to have their defaults again
 */
record ConfigChanges(Path file, Map<String, List<String>> set, Set<String> reset) {

  private static final int MAX_KEY_LENGTH = 200;
  private static final Pattern KEY = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+){0,3}");

  /** A setting of one group, which has the same form as that of all. */
  private static final Pattern OF_GROUP =
      Pattern.compile("tests\\.group\\.[^.]+\\.(battery|needed)");

  ConfigChanges {
    set = Map.copyOf(set);
    reset = Set.copyOf(reset);
  }

  /**
   * A text with these values.
   *
   * @throws WrongSettingException if one of them cannot be, or does not fit the others
   * @throws StateException if the text is wrong besides
   */
  String in(String before) {
    String text = before;
    Map<String, Setting> known = standard();
    for (String key : reset) {
      if (set.containsKey(key)) {
        throw refusal(key, "is to be set and reset", "either");
      }
      text = reset(text, setting(key, known));
    }
    for (Map.Entry<String, List<String>> each : set.entrySet()) {
      text = set(text, setting(each.getKey(), known), each.getValue());
    }
    requireSound(text, before);
    return text;
  }

  /** Judges what is to be written; what was wrong before is not what is refused now. */
  private void requireSound(String text, String before) {
    try {
      ConfigFile.read(file, text);
    } catch (WrongSettingException e) {
      if (!set.containsKey(e.key()) && !reset.contains(e.key())) {
        requireSound(before);
      }
      throw e;
    }
  }

  private void requireSound(String text) {
    try {
      ConfigFile.read(file, text);
    } catch (WrongSettingException e) {
      throw new StateException(
          StateException.Kind.CONFIG, String.valueOf(e.getMessage()), e.hint(), e);
    }
  }

  private String set(String text, Setting setting, List<String> value) {
    if (!setting.kind().isList() && value.size() != 1) {
      throw refusal(setting.key(), "has one value, not " + value.size(), "name one");
    }
    String changed = ConfigEdit.set(text, setting.key(), ConfigEdit.toml(setting.kind(), value));
    requireNothingElse(text, changed, setting.key(), value);
    return changed;
  }

  private String reset(String text, Setting setting) {
    Optional<String> standard =
        Optional.ofNullable(ConfigValues.of(NodeConfig.DEFAULT).get(setting.key()))
            .map(value -> ConfigEdit.toml(setting.kind(), value));
    String changed = ConfigEdit.reset(text, setting.key(), standard);
    requireNothingElse(text, changed, setting.key(), null);
    return changed;
  }

  /**
   * Reads the texts before and after, which have to differ by that key alone. They do not where a
   * person has written the settings in a rare form, or where the value is no text at all.
   */
  private void requireNothingElse(
      String before, String after, String key, @Nullable List<String> value) {
    JsonNode was = ConfigFile.tree(new ConfigProblems(file, before), before);
    JsonNode is;
    try {
      String written = new String(after.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      is = ConfigFile.tree(new ConfigProblems(file, written), written);
    } catch (StateException e) {
      throw rare(key);
    }
    Optional<List<String>> said = Optional.ofNullable(take(is, key)).map(ConfigTable::texts);
    take(was, key);
    if (!said.equals(Optional.ofNullable(value)) || !is.equals(was)) {
      throw rare(key);
    }
  }

  /** Takes a value out of a tree, and the tables that are empty then. */
  private static @Nullable JsonNode take(JsonNode tree, String key) {
    Deque<ObjectNode> way = new ArrayDeque<>();
    List<String> names = List.of(key.split("\\.", -1));
    JsonNode at = tree;
    for (int i = 0; i < names.size() && at instanceof ObjectNode table; i++) {
      way.push(table);
      at = table.path(names.get(i));
    }
    boolean isThere = way.size() == names.size();
    JsonNode value = isThere ? way.getFirst().remove(names.getLast()) : null;
    for (int i = way.size() - 2; i >= 0 && way.pop().isEmpty(); i--) {
      way.getFirst().remove(names.get(i));
    }
    return value;
  }

  private static Setting setting(String key, Map<String, Setting> known) {
    boolean isKey = key.length() <= MAX_KEY_LENGTH && KEY.matcher(key).matches();
    Setting setting = isKey ? known.get(OF_GROUP.matcher(key).replaceFirst("tests.$1")) : null;
    if (setting == null) {
      throw refusal(
          Printable.of(key),
          "is not known here",
          "the keys are " + String.join(", ", known.keySet()));
    }
    return new Setting(
        key, setting.kind(), setting.least(), setting.most(), setting.choices(), Optional.empty());
  }

  /** The settings of a file that says nothing. */
  private Map<String, Setting> standard() {
    return ConfigFile.read(file, "").settings().stream()
        .collect(
            Collectors.toMap(
                Setting::key, setting -> setting, (one, other) -> one, LinkedHashMap::new));
  }

  private static WrongSettingException rare(String key) {
    return refusal(key, "cannot be replaced", "edit it in the file, by hand");
  }

  private static WrongSettingException refusal(String key, String what, String allowed) {
    return new WrongSettingException("", key, what, allowed);
  }
}

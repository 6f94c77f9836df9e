package org.lagroups.node.state.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lagroups.node.state.OwnerFiles;

/**
 * Shows and changes the file of settings. What is written is what a start of the node would read:
 * it is judged by the same code first, and refused as a whole if a part of it is wrong.
 *
 * <p>Any thread; may block. Changes by one store are made one after the other.
 */
public final class ConfigStore {

  private final Path file;

  public ConfigStore(Path file) {
    this.file = file;
  }

  /** Where they are. */
  public Path file() {
    return file;
  }

  /**
   * What the file says.
   *
   * @throws org.lagroups.node.state.StateException if it is wrong, or cannot be read
   */
  public SaidConfig read() {
    return ConfigFile.read(file, ConfigFile.text(file));
  }

  /**
   * Writes other values, and leaves the rest as it is, comments too. When this returns they are on
   * disk; after a crash the file is as before or as wanted.
   *
   * @param set the new values by their keys; see {@link Setting}
   * @param reset keys that are to have their defaults again
   * @return what the file says then
   * @throws WrongSettingException if one of them cannot be, or does not fit the others
   * @throws org.lagroups.node.state.StateException if the file is wrong besides, or cannot be read
   *     or written; it is as before then
   */
  public synchronized SaidConfig change(Map<String, List<String>> set, Set<String> reset) {
    String before = ConfigFile.text(file);
    String text = new ConfigChanges(file, set, reset).in(before);
    if (!text.equals(before)) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      ConfigFile.requireLength(file, bytes.length);
      OwnerFiles.write(file, bytes);
    }
    return ConfigFile.read(file, text);
  }
}

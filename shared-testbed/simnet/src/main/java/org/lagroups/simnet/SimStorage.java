package org.lagroups.simnet;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lagroups.machine.Bytes;

/**
 * What a node keeps when it is killed: named values. A change has happened, whole and for good,
 * when its call returns.
 */
public final class SimStorage {

  private final TreeMap<String, Bytes> values = new TreeMap<>();

  SimStorage() {}

  public Optional<Bytes> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  public void put(String key, Bytes value) {
    values.put(key, value);
  }

  public void remove(String key) {
    values.remove(key);
  }

  /** All keys that begin with {@code prefix}, sorted. */
  public List<String> keys(String prefix) {
    return values.tailMap(prefix).keySet().stream()
        .takeWhile(key -> key.startsWith(prefix))
        .toList();
  }

  /** Forgets everything, as a lost disk would. */
  public void clear() {
    values.clear();
  }
}

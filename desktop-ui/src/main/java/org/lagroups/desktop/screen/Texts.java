package org.lagroups.desktop.screen;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one package, from its {@code texts.properties} in the user's language, or in English
 * where there are none.
 */
public final class Texts {

  private final ResourceBundle bundle;

  private Texts(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The words of the package that {@code type} is in. */
  public static Texts of(Class<?> type) {
    String name = type.getPackageName() + ".texts";
    return new Texts(ResourceBundle.getBundle(name, Locale.getDefault(), type.getClassLoader()));
  }

  /**
   * The words for a key, with {@code {0}} and so on replaced.
   *
   * @throws java.util.MissingResourceException if there are none
   */
  public String get(String key, Object... values) {
    String pattern = bundle.getString(key);
    return values.length == 0
        ? pattern.replace("''", "'")
        : new MessageFormat(pattern, bundle.getLocale()).format(values);
  }

  /** Whether there are words for a key. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }
}

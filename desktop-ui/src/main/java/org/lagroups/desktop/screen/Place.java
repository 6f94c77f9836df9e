package org.lagroups.desktop.screen;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;

/** The places of the window, in the order in which they are listed; Ctrl+1 goes to the first. */
public enum Place {
  HOME(Feather.HOME),
  PEOPLE(Feather.USERS),
  SEARCH(Feather.SEARCH),
  TRANSFERS(Feather.DOWNLOAD),
  LIBRARY(Feather.FOLDER),
  STREAMS(Feather.RADIO),
  GUARD(Feather.SHIELD),
  SETTINGS(Feather.SETTINGS);

  private final Feather icon;

  Place(Feather icon) {
    this.icon = icon;
  }

  /** Its picture. */
  public Feather icon() {
    return icon;
  }

  /** Its name among texts and styles. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.lagroups.desktop.screen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How this user wants the window, on this machine. On the JavaFX thread. */
public final class WindowSettings {

  /** Light or dark. */
  public enum Appearance {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** The least and the most that everything can be scaled by. */
  public static final double LEAST_SCALE = 0.75;

  public static final double MOST_SCALE = 2.0;

  private final ObjectProperty<Appearance> appearance =
      new SimpleObjectProperty<>(Appearance.SYSTEM);
  private final DoubleProperty scale = new SimpleDoubleProperty(1);
  private final DoubleProperty width = new SimpleDoubleProperty(1180);
  private final DoubleProperty height = new SimpleDoubleProperty(760);
  private final DoubleProperty left = new SimpleDoubleProperty(Double.NaN);
  private final DoubleProperty top = new SimpleDoubleProperty(Double.NaN);
  private final BooleanProperty maximised = new SimpleBooleanProperty();
  private final Layout layout = new Layout();
  private final StringProperty downloads = new SimpleStringProperty("");
  private final Map<String, List<String>> unsaved = new HashMap<>();
  private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.HOME);

  /** Light, dark, or as the system has it. */
  public ObjectProperty<Appearance> appearance() {
    return appearance;
  }

  /** The size of letters and all that goes by them; 1 is the usual one. */
  public DoubleProperty scale() {
    return scale;
  }

  /** The window's width in pixels. */
  public DoubleProperty width() {
    return width;
  }

  /** The window's height in pixels. */
  public DoubleProperty height() {
    return height;
  }

  /** Where the window's left edge is on the screens, in pixels; NaN to leave it to the system. */
  public DoubleProperty left() {
    return left;
  }

  /** Where its upper edge is, in pixels; NaN to leave it to the system. */
  public DoubleProperty top() {
    return top;
  }

  /** Whether it fills its screen; its size and place are those that it has otherwise. */
  public BooleanProperty maximised() {
    return maximised;
  }

  /** How its parts are arranged. */
  public Layout layout() {
    return layout;
  }

  /** The folder that the last file was fetched into; empty for the usual one. */
  public StringProperty downloads() {
    return downloads;
  }

  /**
   * Settings of the node that were changed and not saved yet, by their keys: kept while the window
   * lives, so that going to another place loses nothing.
   */
  public Map<String, List<String>> unsaved() {
    return unsaved;
  }

  /** The place shown last. */
  public ObjectProperty<Place> place() {
    return place;
  }
}

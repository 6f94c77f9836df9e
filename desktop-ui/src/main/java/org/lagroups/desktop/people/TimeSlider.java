package org.lagroups.desktop.people;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.screen.GroupHistory.Moment;
import org.lagroups.desktop.screen.Texts;

/** Goes through the moments of the last hour; at its right end it is now. */
final class TimeSlider extends HBox {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());

  private final Texts texts;
  private final GraphModel model;
  private final Slider slider = new Slider(0, 0, 0);
  private final Label when = new Label();
  private final Subscription open;
  private List<Moment> moments = List.of();
  private boolean isFollowing;

  TimeSlider(Texts texts, GraphModel model) {
    this.texts = texts;
    this.model = model;
    slider.setId("people-time");
    slider.setAccessibleText(texts.get("time"));
    slider.setBlockIncrement(1);
    slider.setMinorTickCount(0);
    slider.setMajorTickUnit(1);
    slider.setSnapToTicks(true);
    HBox.setHgrow(slider, Priority.ALWAYS);
    when.setId("people-when");
    getChildren().setAll(slider, when);
    getStyleClass().add("row");
    open =
        Subscription.combine(
            model.picture().subscribe(_ -> follow()),
            slider.valueProperty().subscribe(_ -> moved()));
  }

  /** Ends it. */
  void close() {
    open.unsubscribe();
  }

  /** The moments there are have changed, maybe; the one that is shown stays the one. */
  private void follow() {
    moments = model.moments();
    Moment shown = model.past().get();
    int place = shown == null ? moments.size() : moments.indexOf(shown);
    isFollowing = true;
    slider.setMax(moments.size());
    slider.setValue(place < 0 ? 0 : place);
    isFollowing = false;
    slider.setDisable(moments.isEmpty());
    tell(shown);
  }

  private void moved() {
    if (isFollowing) {
      return;
    }
    int place = (int) Math.round(slider.getValue());
    Moment shown = place >= moments.size() ? null : moments.get(place);
    model.lookBack(shown);
    tell(shown);
  }

  private void tell(@Nullable Moment shown) {
    when.setText(
        shown == null
            ? texts.get("time.now")
            : texts.get("time.then", CLOCK.format(Instant.ofEpochMilli(shown.atMillis()))));
  }
}

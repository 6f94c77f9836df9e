package org.lagroups.desktop.people;

import java.util.Objects;
import java.util.OptionalInt;
import javafx.animation.AnimationTimer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.lagroups.desktop.people.GraphPicture.Dot;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.machine.NodeId;

/**
 * The graph, which moves until it has found its places, and takes the pointer and the keyboard: a
 * click or arrow keys choose a member, a second click or Enter takes it for an end of paths.
 */
final class GraphView extends Pane {

  private static final double STEP = 40;
  private static final double CLOSER = 1.2;
  private static final int STEPS_PER_FRAME = 3;

  private final Texts texts;
  private final GraphModel model;
  private final GraphCanvas canvas = new GraphCanvas();
  private final GraphLayout layout = new GraphLayout();
  private final Label ink = new Label();
  private final AnimationTimer moving = new Moving();
  private final Subscription open;
  private GraphPicture picture = GraphPicture.EMPTY;
  private double draggedX;
  private double draggedY;
  private boolean isDragged;

  GraphView(Texts texts, GraphModel model) {
    this.texts = texts;
    this.model = model;
    // The looked-up colour of letters, which a canvas does not know.
    ink.setVisible(false);
    getChildren().setAll(ink, canvas);
    setId("people-graph");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, 0);
    getStyleClass().add("people-graph");
    canvas.widthProperty().bind(widthProperty());
    canvas.heightProperty().bind(heightProperty());
    setOnMousePressed(this::pressed);
    setOnMouseDragged(this::dragged);
    setOnMouseReleased(this::released);
    setOnScroll(this::scrolled);
    setOnKeyPressed(this::key);
    open =
        Subscription.combine(
            model.picture().subscribe(this::show),
            ink.textFillProperty().subscribe(_ -> draw()),
            ink.fontProperty().subscribe(_ -> draw()),
            widthProperty().subscribe(_ -> draw()),
            heightProperty().subscribe(_ -> draw()),
            moving::stop);
  }

  /** Ends it. */
  void close() {
    open.unsubscribe();
  }

  /** Whether all has found its place. */
  boolean isStill() {
    return layout.isStill();
  }

  private final class Moving extends AnimationTimer {

    @Override
    public void handle(long nanos) {
      for (int i = 0; i < STEPS_PER_FRAME; i++) {
        layout.step(picture);
      }
      draw();
      if (layout.isStill()) {
        stop();
      }
    }
  }

  private void show(GraphPicture now) {
    picture = now;
    layout.take(now);
    String chosen = now.chosen() < 0 ? "" : now.dots().get(now.chosen()).label();
    setAccessibleText(texts.get("graph.reads", now.dots().size(), now.edges().size(), chosen));
    draw();
    if (!layout.isStill()) {
      moving.start();
    }
  }

  private void draw() {
    canvas.ink(ink.getTextFill(), ink.getFont());
    canvas.show(layout.placed(picture));
    canvas.draw();
  }

  private void pressed(MouseEvent event) {
    requestFocus();
    draggedX = event.getX();
    draggedY = event.getY();
    isDragged = false;
  }

  private void dragged(MouseEvent event) {
    canvas.pan(event.getX() - draggedX, event.getY() - draggedY);
    isDragged = true;
    draggedX = event.getX();
    draggedY = event.getY();
    draw();
  }

  private void released(MouseEvent event) {
    OptionalInt at = canvas.dotAt(event.getX(), event.getY());
    if (isDragged || at.isEmpty()) {
      return;
    }
    NodeId node = picture.dots().get(at.getAsInt()).node();
    if (event.getClickCount() > 1) {
      model.mark(node);
    } else {
      model.choose(node);
    }
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      canvas.zoom(event.getDeltaY() > 0 ? CLOSER : 1 / CLOSER, event.getX(), event.getY());
      draw();
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    boolean isShift = event.isShiftDown();
    boolean isTaken = true;
    switch (event.getCode()) {
      case LEFT -> arrow(-1, 0, isShift);
      case RIGHT -> arrow(1, 0, isShift);
      case UP -> arrow(0, -1, isShift);
      case DOWN -> arrow(0, 1, isShift);
      case PLUS, ADD, EQUALS -> canvas.zoom(CLOSER, getWidth() / 2, getHeight() / 2);
      case MINUS, SUBTRACT -> canvas.zoom(1 / CLOSER, getWidth() / 2, getHeight() / 2);
      case DIGIT0, NUMPAD0 -> canvas.fit();
      case ENTER, SPACE -> markChosen();
      case BACK_SPACE, DELETE -> model.unmark();
      default -> isTaken = isSign(event.getCode(), event.getText());
    }
    if (isTaken) {
      draw();
      event.consume();
    }
  }

  /** Keyboards have plus at different places. */
  private boolean isSign(KeyCode code, String text) {
    if (code != KeyCode.UNDEFINED && !text.equals("+")) {
      return false;
    }
    canvas.zoom(CLOSER, getWidth() / 2, getHeight() / 2);
    return true;
  }

  private void markChosen() {
    if (picture.chosen() >= 0) {
      model.mark(picture.dots().get(picture.chosen()).node());
    }
  }

  private void arrow(int x, int y, boolean isPan) {
    if (isPan) {
      canvas.pan(-x * STEP, -y * STEP);
      return;
    }
    GraphPicture placed = layout.placed(picture);
    next(placed, x, y).ifPresent(dot -> model.choose(placed.dots().get(dot).node()));
  }

  /** The nearest dot in a direction; what lies aside counts as farther away. */
  private static OptionalInt next(GraphPicture placed, int x, int y) {
    if (placed.chosen() < 0) {
      return placed.dots().isEmpty() ? OptionalInt.empty() : OptionalInt.of(0);
    }
    Dot from = placed.dots().get(placed.chosen());
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < placed.dots().size(); i++) {
      Dot to = Objects.requireNonNull(placed.dots().get(i));
      double along = x * (to.x() - from.x()) + y * (to.y() - from.y());
      double aside = Math.abs(y * (to.x() - from.x()) - x * (to.y() - from.y()));
      double cost = along + 2 * aside;
      if (i != placed.chosen() && along > 1e-6 && cost < least) {
        best = i;
        least = cost;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }
}

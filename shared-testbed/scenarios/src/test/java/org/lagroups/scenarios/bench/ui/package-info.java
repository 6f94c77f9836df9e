@NullMarked
package org.lagroups.scenarios.bench.ui;

import org.jspecify.annotations.NullMarked;

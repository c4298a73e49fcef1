/** PostgreSQL, Kafka and sign-in for the tests of every module, started once per test JVM on random ports. */
@NullMarked
package se.statsbidrag.local.test;

import org.jspecify.annotations.NullMarked;


while (true) {
  try {
    tick();
  } catch (e) {
    forget();
    say('tries again: ' + e.message);
  }
  sleep(PAUSE_MS);
}

// What a reader can do with pictures and films of the map.

import {canRecord, savePicture, startRecording} from './picture.mjs';

/** Pictures and films of the map; `to()` gives the parts of the page. */
export function pictureActions(app, to) {
  let recorder = null;
  return {
    canRecord: () => canRecord() && Boolean(app.incidents.domain),
    savePicture: () => savePicture(app, to().parts.mapView),
    toggleRecording() {
      if (recorder) {
        app.pause();
        app.store.set({recording: false});
        return;
      }
      recorder = startRecording(app, to().parts.mapView);
      app.store.set({recording: true, selected: -1});
      app.play();
    },
    /** After every drawing: one more frame, or the end of the film once time rests. */
    film({playing, recording}) {
      if (!recorder) return;
      recorder.frame();
      if (playing && recording) return;
      recorder.stop();
      recorder = null;
      app.store.set({recording: false});
    },
  };
}

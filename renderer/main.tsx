import { render } from "preact";
import { App } from "./app.tsx";

const root = document.getElementById("window");
if (!root) throw new Error("index.html has no element with the id “window”");
render(<App bridge={window.verifikTray} />, root);

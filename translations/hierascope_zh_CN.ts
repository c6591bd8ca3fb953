<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Facts</name>
    <message>
        <source>%1&#xa0;×&#xa0;%2&#xa0;px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This level enlarged (bicubic) against the full image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against the image reduced to this level&apos;s size (area)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D(D_s(Z)) against D_s(D(Z)): does the decoder commute with downsampling?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&#xa0;×&#xa0;%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR, dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR, own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSIM, own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commutes, dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LPIPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent numbers up to this level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KL divergence over ln 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RGB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x&#xa0;%1, y&#xa0;%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel of this level&apos;s picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row&#xa0;%1, column&#xa0;%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter side resized (bicubic, antialiased), centre cropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sha256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm of the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale %1&#xa0;×&#xa0;%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the image as it went into the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Norm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>What is in it: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tensors with %2 numbers:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LadderFigure</name>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual  −%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coarsest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSIM %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LadderText</name>
    <message>
        <source>PSNR (dB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR own size (dB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D(D_s(Z)) ~ D_s(D(Z)) (dB)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenDialogs</name>
    <message>
        <source>Open Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images (*.jpg *.jpeg *.png *.webp *.ppm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaneMaker</name>
    <message>
        <source>Reconstruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commutation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coarsest level has no level before it to differ from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  ·  original, not encoded yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped; the task can be started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subtracting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A minus B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A − B, signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PSNR of A against B %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PyramidContent</name>
    <message>
        <source>Scale %1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∞ dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoomMessage</name>
    <message>
        <source>Open a model folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This view shows what each level of a tokenizer makes of an image, coarse to fine, and what each level adds.
Open or drop a model folder: one with config.json and model.safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This view shows what each level of the model makes of an image.
Open or drop a photograph: JPEG, PNG, WebP or PPM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the file and drop it again, or choose another in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work was stopped before it was done; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table for a page or an issue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table for a paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table for a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TourScript</name>
    <message>
        <source>First start: the demo&apos;s pyramid, and one line of hints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level cursor on level %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True pixels: one picture pixel on one display pixel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoomed until every pixel has room for its values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image as it went into the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the finest level adds to the one before, signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each pixel is from the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction minus original, signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The commutation check of the paper&apos;s appendix B at 8 × 8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token grid of the 8 × 8 level, and a selected token: lit at every level, its vector in the inspector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens coloured by the principal components of their vectors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sample of the posterior instead of its mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another image: the same level, the same zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A and B side by side, moved and zoomed together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A and B over each other, with a line to drag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A minus B, signed, with its key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A alone; B is one held key away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B in A&apos;s place, while the key is held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same model on two images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every action is found by a few letters of its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to its size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model on the same image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the first model: nothing is computed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long task of the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is busy: the window answers, the task can be stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by the person: nothing is lost, one click starts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A broken image: what is wrong is said where it would show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A broken model: file, field and value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No image is open: what the view would show, and the way there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The light theme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The light theme, A and B side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The light theme, zoomed to the values of the pixels.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::BusyPanel</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this task</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CheckpointFinder</name>
    <message>
        <source>Looking at files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ColorKey</name>
    <message>
        <source>Key of the colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CommandModel</name>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CommandPalette</name>
    <message>
        <source>No action matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the name of an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down choose, Enter runs the action, Escape closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions that match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click an action to run it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CommutationView</name>
    <message>
        <source>Z is the latent map, X the image, D the decoder and D_s the downsampling to scale s. In a good model the two orders agree (HieraTok, appendix B, equations 12 and 13).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D(D_s(Z))  ·  decoded from the downsampled latent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D_s(D(Z))  ·  the finest level, downsampled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D_s(X)  ·  the image, downsampled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1    D(D_s(Z)) ~ D_s(D(Z)) %2    D_s(D(Z)) ~ D_s(X) %3    D(D_s(Z)) ~ D_s(X) %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CompareBar</name>
    <message>
        <source>A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show A alone (hold B to see B in its place)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A and B beside each other, moved and zoomed together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A and B over each other, with a line to drag between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A minus B, signed: red where A is brighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold B to flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model on this image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another image through this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a second model or image first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose B: another model on this image, or another image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this model as B beside A; the arrow lists other models and images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CompareView</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  ·  B: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CursorBar</name>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level that every view shows (Left and Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint of model A along its training (Ctrl+Left and Ctrl+Right; with Alt, of model B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the levels, coarse to fine (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::DifferenceMaker</name>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::DockTitle</name>
    <message>
        <source>Float or dock the panel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the panel %1; the Window menu opens it again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ExportDialog</name>
    <message>
        <source>What to save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown large, at its own pixels or enlarged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole ladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every level with its residual and figures, as one picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PNG carries its recipe: dropped on the window it brings this view back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file and save the picture there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× its pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pixel becomes a square of so many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the whole figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlargement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, %1 × %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Exporter</name>
    <message>
        <source>Saving %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copying the provenance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::FactsTable</name>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A − B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Filmstrip</name>
    <message>
        <source>Images of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and Right choose the image of A.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::FilmstripDelegate</name>
    <message>
        <source>%1
The file is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::HintBar</name>
    <message>
        <source>Drop an image or a model here. Left and Right move the level; with a second model, hold B to flip to it. Ctrl+K finds any action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this hint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ImageShelf</name>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ImageView</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to move, wheel to zoom, F to fit, 1 for true pixels; where tokens are shown, Alt with the arrow keys moves over them and Space selects</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::InspectorPanel</name>
    <message>
        <source>THIS LEVEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UNDER THE MOUSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODEL A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODEL B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy provenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection, level, image and models in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy how this picture was made: hashes, options, seed and view, as JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LadderView</name>
    <message>
        <source>Ladder of levels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LevelCard</name>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSIM %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, PSNR %2, %3, %4 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, the other side %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3 × %4 pixels
PSNR %5 and %6 against the full image; PSNR %7 against the image at this size
%8 so far. Left: what this level reconstructs. Right: what it added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSIM 0.00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coarsest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>–</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A − B %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>16 × 16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>256 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale 16 × 16</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LibraryDelegate</name>
    <message>
        <source>A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LibraryPanel</name>
    <message>
        <source>MODELS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAGES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst PSNR first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click shows it as A; the menu (right click) makes it B</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LibraryWatch</name>
    <message>
        <source>Looking at files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LogModel</name>
    <message>
        <source>debug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LogPanel</name>
    <message>
        <source>Lines of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest last; Copy takes the selected lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only lines whose area or text holds this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected lines, or all of them where none is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget all lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show lines of this level and of graver ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Info and graver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MainWindow</name>
    <message>
        <source>Hierascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pyramid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each level reconstructs (Ctrl+1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the model computes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing the view of %1 again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only files on this computer can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a Model Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch a Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop watching %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provenance is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ladder&apos;s numbers are on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Hierascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hierascope %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An instrument for hierarchical image tokenizers.
GPL-3.0-or-later. No warranty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MessagePanel</name>
    <message>
        <source>This file cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ModelShelf</name>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::PosteriorPanel</name>
    <message>
        <source>Posterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode the mean of the posterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode a sample of the posterior; the same seed gives the same sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>POSTERIOR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw another sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::PyramidBar</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the levels up to this one reconstruct (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image as it went into the model (O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this level added to the one before, signed (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|Error|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the reconstruction is from the original, per pixel (E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>± Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction minus original, signed, per pixel (Shift+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commutation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the decoder commute with downsampling? D(D_s(Z)) beside D_s(D(Z)) and D_s(X) (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the picture alone; a click still selects a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show where the tokens of this level lie (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour tokens by the first three principal components of all token vectors: like colours, like vectors (Shift+T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select tokens with a rectangle: drag over the picture (else Shift or Ctrl with a drag)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select tokens with a rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole picture (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1:1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show true pixels (1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this picture, or the whole ladder as one figure (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::PyramidRoom</name>
    <message>
        <source>A − B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A minus B, mean over the channels, in shares of the full range: red where A is brighter, blue where B is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this level adds to the one before, mean over the channels, in shares of the full range: red is brighter, blue is darker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This level, enlarged, minus the original, mean over the channels, in shares of the full range: red is brighter, blue is darker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|Error|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far this level, enlarged, is from the original, mean over the channels, in shares of the full range</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::RecentFiles</name>
    <message>
        <source>&amp;Clear the List</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ShortcutEditor</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by menu, action or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only actions whose menu, name or keys hold this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an action to change its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the selected action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the new key; it takes the place of all keys of the action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the selected action its own keys back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the key to the selected action and take it from the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every action its own keys back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close these shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of &apos;%1&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is used by %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ShortcutModel</name>
    <message>
        <source>%1
By default: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TaskBar</name>
    <message>
        <source>Progress of the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  (and %1 more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TaskListModel</name>
    <message>
        <source>stopping</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TaskPanel</name>
    <message>
        <source>Nothing is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running tasks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TaskRow</name>
    <message>
        <source>How long the task has run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the task has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ThumbnailReader</name>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&#xa0;×&#xa0;%2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TokenPanel</name>
    <message>
        <source>SELECTED TOKENS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posterior sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posterior mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the vectors: %1 numbers as the decoder receives them, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 numbers as the decoder receives them, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Tour</name>
    <message>
        <source>The folder &apos;%1&apos; cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state &apos;%1&apos; was not reached within %2 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture &apos;%1&apos; was not saved: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses of the event loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First pyramid %1 s after the start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::VectorBars</name>
    <message>
        <source>Vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 values, minimum %2, maximum %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels %1–%2: not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels %1–%2: %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ViewRail</name>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ViewState</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add photographs to the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Model Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder with config.json and model.safetensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Watch a Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open what is in a folder now, and what comes into it later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watched &amp;Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture, or the whole ladder as one figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change of the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the large picture to the clipboard, at its own pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the &amp;Ladder&apos;s Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the figures of all levels as a Markdown table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;Provenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy how this picture was made, as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Deselect Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select no token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove &amp;Image from the List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file stays where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove &amp;Model from the List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder stays where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See and change the key of every action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pyramid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each level reconstructs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token &amp;Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show where the tokens of this level lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token &amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour tokens by their vectors&apos; principal components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the picture smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fi&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True Pi&amp;xels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture pixel on one display pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Coarser Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move every view one level down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Finer Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move every view one level up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pl&amp;ay the Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through the levels, coarse to fine, again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the image before in the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next Image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the next image of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move along the checkpoints of the run that the model belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Earlier Checkpoint of A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Later Checkpoint of A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier Checkpoint of B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later Checkpoint of B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reconstruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the levels up to this one reconstruct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image as it went into the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resi&amp;dual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this level added to the one before, signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Absolute Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each pixel is from the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Signed Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction minus original, per pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mmutation Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the decoder commute with downsampling? (HieraTok, appendix B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only &amp;A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show A alone; hold B to see B in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Side by Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A and B beside each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A and B over each other, with a line to drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A minus B, signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;wap A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A becomes B and B becomes A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compare No Longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take B away; nothing that was computed is lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filmstrip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the row of images under the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light &amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark text on light panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset the Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put every panel back to its first place and size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search &amp;Actions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find any action by a few letters of its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the &amp;Hint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the line for newcomers again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Hierascope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::WindowDocks</name>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the panel %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::WipeHandle</name>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A lies to the left of the line, B to the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag or arrow keys: A to the left, B to the right; double click: the middle</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Workbench</name>
    <message>
        <source>Looking at files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstructing %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

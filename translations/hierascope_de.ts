<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AttentionEdit</name>
    <message>
        <source>Look of the Attention</source>
        <translation>Ansicht der Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Part of the Model</source>
        <translation>Teil des Modells</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Order of the Heads</source>
        <translation>Reihenfolge der Köpfe</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
</context>
<context>
    <name>AttentionText</name>
    <message>
        <source>Image %1 × %2</source>
        <translation>Bild %1 × %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>Tokens %1–%2</source>
        <translation>Tokens %1–%2</translation>
    </message>
    <message>
        <source>%1, number %2</source>
        <translation>%1, Nummer %2</translation>
    </message>
    <message>
        <source>%1, row %2, column %3</source>
        <translation>%1, Zeile %2, Spalte %3</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>layer %1, mean of the heads</source>
        <translation>Schicht %1, Mittel der Köpfe</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation>Schicht %1, Kopf %2</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Null</translation>
    </message>
    <message>
        <source>Mean of its level</source>
        <translation>Mittel seiner Stufe</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Mask token</source>
        <translation>Masken-Token</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>No score: the attention or the change is the same in every cell.</source>
        <translation>Kein Wert: Aufmerksamkeit oder Änderung sind in jeder Zelle gleich.</translation>
    </message>
    <message>
        <source>What reads the token most moves most: this attention foretells the influence well.</source>
        <translation>Was das Token am meisten liest, bewegt sich am meisten: Diese Aufmerksamkeit sagt den Einfluss gut voraus.</translation>
    </message>
    <message>
        <source>Where the token is read more, more moves, with many exceptions.</source>
        <translation>Wo das Token mehr gelesen wird, bewegt sich mehr, mit vielen Ausnahmen.</translation>
    </message>
    <message>
        <source>This attention hardly foretells the influence: other layers, heads and ways carry it.</source>
        <translation>Diese Aufmerksamkeit sagt den Einfluss kaum voraus: Andere Schichten, Köpfe und Wege tragen ihn.</translation>
    </message>
    <message>
        <source>Where the token is read most, least moves: this attention is no measure of the influence.</source>
        <translation>Wo das Token am meisten gelesen wird, bewegt sich am wenigsten: Diese Aufmerksamkeit ist kein Maß des Einflusses.</translation>
    </message>
</context>
<context>
    <name>AttentionTour</name>
    <message>
        <source>The selected token&apos;s attention over the image, coarse to fine, and the heads of the layer with entropy and reach.</source>
        <translation>Die Aufmerksamkeit des gewählten Tokens über dem Bild, grob bis fein, und die Köpfe der Schicht mit Entropie und Reichweite.</translation>
    </message>
    <message>
        <source>The other direction: who reads the token.</source>
        <translation>Die andere Richtung: wer das Token liest.</translation>
    </message>
    <message>
        <source>Inside the encoder: the image&apos;s own tokens.</source>
        <translation>Im Encoder: die Tokens des Bildes selbst.</translation>
    </message>
    <message>
        <source>All heads of all layers, the one with the lowest entropy first.</source>
        <translation>Alle Köpfe aller Schichten, der mit der kleinsten Entropie zuerst.</translation>
    </message>
    <message>
        <source>The declared mask with its levels, and what a head makes of it.</source>
        <translation>Die erklärte Maske mit ihren Stufen, und was ein Kopf daraus macht.</translation>
    </message>
    <message>
        <source>How much of each level&apos;s attention goes to each level, layer by layer.</source>
        <translation>Wie viel der Aufmerksamkeit jeder Stufe zu jeder Stufe geht, Schicht für Schicht.</translation>
    </message>
    <message>
        <source>The token is disturbed: what moves, beside who reads it, and how well the one foretells the other.</source>
        <translation>Das Token wird gestört: was sich bewegt, daneben, wer es liest, und wie gut das eine das andere voraussagt.</translation>
    </message>
    <message>
        <source>The mask audited: what each level&apos;s picture may depend on, and does.</source>
        <translation>Die Maske geprüft: wovon das Bild jeder Stufe abhängen darf, und wovon es abhängt.</translation>
    </message>
    <message>
        <source>Two models, one selection: their maps side by side.</source>
        <translation>Zwei Modelle, eine Auswahl: ihre Karten nebeneinander.</translation>
    </message>
    <message>
        <source>A beside B, and what differs where it can.</source>
        <translation>A neben B, und was sich unterscheidet, wo das geht.</translation>
    </message>
    <message>
        <source>Back in the Pyramid view.</source>
        <translation>Zurück in der Ansicht Pyramide.</translation>
    </message>
</context>
<context>
    <name>CodeDifference</name>
    <message>
        <source>Choose a B to see which codes differ.</source>
        <translation>Wählen Sie ein B, um zu sehen, welche Codes abweichen.</translation>
    </message>
    <message>
        <source>A and B are not both there yet.</source>
        <translation>A und B sind noch nicht beide da.</translation>
    </message>
    <message>
        <source>One of A and B has no codes: only pictures can be compared.</source>
        <translation>A oder B hat keine Codes: Nur Bilder lassen sich vergleichen.</translation>
    </message>
    <message>
        <source>A has %1 codes, B has %2: their numbers mean different things.</source>
        <translation>A hat %1 Codes, B hat %2: Ihre Nummern bedeuten Verschiedenes.</translation>
    </message>
    <message>
        <source>A and B have no level with the same grid of tokens.</source>
        <translation>A und B haben keine Stufe mit demselben Tokenraster.</translation>
    </message>
    <message>
        <source>A and B have the same codes for this image.</source>
        <translation>A und B haben für dieses Bild dieselben Codes.</translation>
    </message>
    <message>
        <source>Differing Codes</source>
        <translation>Abweichende Codes</translation>
    </message>
</context>
<context>
    <name>CodebookState</name>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
</context>
<context>
    <name>CodebookText</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>H_C (bit)</source>
        <translation>H_C (Bit)</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Posterior sd</source>
        <translation>Posterior-SD</translation>
    </message>
    <message>
        <source>KL (nat)</source>
        <translation>KL (nat)</translation>
    </message>
    <message>
        <source>KL share</source>
        <translation>KL-Anteil</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>Abweichend</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>CodebookTour</name>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>The Codebook view before anything was counted.</source>
        <translation>Die Ansicht Codebuch, bevor etwas gezählt wurde.</translation>
    </message>
    <message>
        <source>Every code of a vocabulary, the most used first; crosses are never used.</source>
        <translation>Jeder Code eines Vokabulars, der meistbenutzte zuerst; Kreuze werden nie benutzt.</translation>
    </message>
    <message>
        <source>The usage of one level, in the order of the codes&apos; numbers.</source>
        <translation>Die Nutzung einer Stufe, nach den Nummern der Codes.</translation>
    </message>
    <message>
        <source>A code: where it occurs, its neighbours, its company, and what it paints.</source>
        <translation>Ein Code: wo er vorkommt, seine Nachbarn, seine Gesellschaft und was er malt.</translation>
    </message>
    <message>
        <source>The codes where PCA lays their vectors.</source>
        <translation>Die Codes dort, wohin PCA ihre Vektoren legt.</translation>
    </message>
    <message>
        <source>The picked code&apos;s tokens are lit in the Pyramid view.</source>
        <translation>Die Token des gewählten Codes leuchten in der Ansicht Pyramide.</translation>
    </message>
    <message>
        <source>B has no codes: what can be compared is, and why not more.</source>
        <translation>B hat keine Codes: Was vergleichbar ist, steht da, und warum nicht mehr.</translation>
    </message>
    <message>
        <source>A model without codes: its channels, their correlation, and what one does.</source>
        <translation>Ein Modell ohne Codes: seine Kanäle, ihre Korrelation und was einer bewirkt.</translation>
    </message>
    <message>
        <source>Back in the Pyramid view.</source>
        <translation>Zurück in der Ansicht Pyramide.</translation>
    </message>
    <message>
        <source>The same tokens in the Attention view.</source>
        <translation>Dieselben Tokens in der Ansicht Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>The same tokens as points of the latent map.</source>
        <translation>Dieselben Tokens als Punkte der latenten Karte.</translation>
    </message>
    <message>
        <source>The same places of the sequence in the Generate view, framed.</source>
        <translation>Dieselben Stellen der Folge in der Ansicht Erzeugen, umrahmt.</translation>
    </message>
</context>
<context>
    <name>ConfigHelp</name>
    <message>
        <source>The data set to learn from: a folder of images, or a packed set</source>
        <translation>Die Daten, aus denen gelernt wird: ein Ordner mit Bildern oder ein gepackter Satz</translation>
    </message>
    <message>
        <source>The data set that evaluations and the probe set come from; empty: no evaluation</source>
        <translation>Die Daten, aus denen Auswertungen und die Probebilder kommen; leer: keine Auswertung</translation>
    </message>
    <message>
        <source>The file of EfficientNet-Lite0, for the perceptual loss</source>
        <translation>Die Datei von EfficientNet-Lite0, für den wahrnehmungsnahen Verlust</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>A generator learns the first so many; 0: all</source>
        <translation>Ein Generator lernt die ersten so vielen; 0: alle</translation>
    </message>
    <message>
        <source>A sentence about the data for people; goes into the checkpoint</source>
        <translation>Ein Satz über die Daten für Menschen; kommt in den Checkpoint</translation>
    </message>
    <message>
        <source>Mirror half of the training pictures</source>
        <translation>Die Hälfte der Trainingsbilder spiegeln</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Black border on every side of each picture, before anything else</source>
        <translation>Schwarzer Rand auf jeder Seite jedes Bildes, vor allem anderen</translation>
    </message>
    <message>
        <source>The names of the classes, in the order of their labels</source>
        <translation>Die Namen der Klassen, in der Reihenfolge ihrer Nummern</translation>
    </message>
    <message>
        <source>The version of this format</source>
        <translation>Die Version dieses Formats</translation>
    </message>
    <message>
        <source>The side of the square pictures that the model takes</source>
        <translation>Die Seite der quadratischen Bilder, die das Modell nimmt</translation>
    </message>
    <message>
        <source>The values of black and white</source>
        <translation>Die Werte von Schwarz und Weiß</translation>
    </message>
    <message>
        <source>How pictures are made smaller</source>
        <translation>Wie Bilder verkleinert werden</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>The length of the learning rate&apos;s schedule, and of the training</source>
        <translation>Die Länge des Plans der Lernrate und des Trainings</translation>
    </message>
    <message>
        <source>Where the run ends, if not at the schedule&apos;s end; 0: there</source>
        <translation>Wo der Lauf endet, wenn nicht am Ende des Plans; 0: dort</translation>
    </message>
    <message>
        <source>Images in a step; memory grows with it</source>
        <translation>Bilder in einem Schritt; damit wächst der Speicher</translation>
    </message>
    <message>
        <source>Of the first weights, the order of the data and all else that is random</source>
        <translation>Der ersten Gewichte, der Reihenfolge der Daten und alles übrigen Zufälligen</translation>
    </message>
    <message>
        <source>per step</source>
        <translation>je Schritt</translation>
    </message>
    <message>
        <source>The peak of the schedule</source>
        <translation>Der Höchstwert des Plans</translation>
    </message>
    <message>
        <source>What the schedule ends at</source>
        <translation>Womit der Plan endet</translation>
    </message>
    <message>
        <source>of the steps</source>
        <translation>der Schritte</translation>
    </message>
    <message>
        <source>The part of the schedule in which the learning rate rises</source>
        <translation>Der Teil des Plans, in dem die Lernrate steigt</translation>
    </message>
    <message>
        <source>How much matrices shrink, times the learning rate</source>
        <translation>Wie stark Matrizen schrumpfen, mal der Lernrate</translation>
    </message>
    <message>
        <source>How long AdamW remembers the gradient and its square</source>
        <translation>Wie lange AdamW den Gradienten und sein Quadrat behält</translation>
    </message>
    <message>
        <source>Longer gradients are cut to this length; 0: never</source>
        <translation>Längere Gradienten werden auf diese Länge gekürzt; 0: nie</translation>
    </message>
    <message>
        <source>How much of the average weights stays in each step; those are saved</source>
        <translation>Wie viel von den gemittelten Gewichten in jedem Schritt bleibt; diese werden gespeichert</translation>
    </message>
    <message>
        <source>How often a block is left out for an image, in the deepest layer</source>
        <translation>Wie oft ein Block für ein Bild ausgelassen wird, in der tiefsten Schicht</translation>
    </message>
    <message>
        <source>What products compute with: &quot;float32&quot; or &quot;bfloat16&quot;</source>
        <translation>Womit Produkte rechnen: „float32“ oder „bfloat16“</translation>
    </message>
    <message>
        <source>How often the losses are told</source>
        <translation>Wie oft die Verluste gemeldet werden</translation>
    </message>
    <message>
        <source>How often held-out images are measured</source>
        <translation>Wie oft zurückgehaltene Bilder gemessen werden</translation>
    </message>
    <message>
        <source>How many of them during the training</source>
        <translation>Wie viele davon während des Trainings</translation>
    </message>
    <message>
        <source>How many of them at the end; 0: all</source>
        <translation>Wie viele davon am Ende; 0: alle</translation>
    </message>
    <message>
        <source>How often the probe set&apos;s pictures are written; 0: with each evaluation</source>
        <translation>Wie oft die Probebilder geschrieben werden; 0: bei jeder Auswertung</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>How often a checkpoint is written</source>
        <translation>Wie oft ein Checkpoint geschrieben wird</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>How many of the newest stay, beside the best; the cursor goes through those</source>
        <translation>Wie viele der neuesten bleiben, neben dem besten; der Cursor geht durch diese</translation>
    </message>
    <message>
        <source>Factor on the first matrices and kernels (ResTok)</source>
        <translation>Faktor auf die ersten Matrizen und Kerne (ResTok)</translation>
    </message>
    <message>
        <source>Steps before it leave the quantizer out (ResTok)</source>
        <translation>Schritte davor lassen den Quantisierer aus (ResTok)</translation>
    </message>
    <message>
        <source>How often codes without use move to vectors in use; 0: never (ResTok)</source>
        <translation>Wie oft ungenutzte Codes zu genutzten Vektoren wandern; 0: nie (ResTok)</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Of the absolute error of the pictures</source>
        <translation>Des absoluten Fehlers der Bilder</translation>
    </message>
    <message>
        <source>Of the squared error of the pictures</source>
        <translation>Des quadratischen Fehlers der Bilder</translation>
    </message>
    <message>
        <source>Of the difference in the features of a network; needs its weights</source>
        <translation>Des Unterschieds in den Merkmalen eines Netzes; braucht dessen Gewichte</translation>
    </message>
    <message>
        <source>Of the posterior&apos;s distance from a normal distribution</source>
        <translation>Des Abstands der Posterior-Verteilung von einer Normalverteilung</translation>
    </message>
    <message>
        <source>Of commitment, codebook and entropy together</source>
        <translation>Von Commitment, Codebuch und Entropie zusammen</translation>
    </message>
    <message>
        <source>Of the alignment with a teacher&apos;s features, where the model has heads for it</source>
        <translation>Der Angleichung an die Merkmale eines Lehrers, wo das Modell Köpfe dafür hat</translation>
    </message>
    <message>
        <source>Of the discriminator in the model&apos;s loss</source>
        <translation>Des Diskriminators im Verlust des Modells</translation>
    </message>
    <message>
        <source>Steps before it are without the discriminator</source>
        <translation>Schritte davor sind ohne den Diskriminator</translation>
    </message>
    <message>
        <source>The peak of the discriminator&apos;s own schedule</source>
        <translation>Der Höchstwert des eigenen Plans des Diskriminators</translation>
    </message>
    <message>
        <source>What the discriminator&apos;s schedule ends at</source>
        <translation>Womit der Plan des Diskriminators endet</translation>
    </message>
    <message>
        <source>Of LeCam in the discriminator&apos;s own loss</source>
        <translation>Von LeCam im eigenen Verlust des Diskriminators</translation>
    </message>
    <message>
        <source>How pictures change before the discriminator sees them</source>
        <translation>Wie Bilder verändert werden, bevor der Diskriminator sie sieht</translation>
    </message>
    <message>
        <source>How often each of these changes is made</source>
        <translation>Wie oft jede dieser Änderungen geschieht</translation>
    </message>
    <message>
        <source>The side of the pictures</source>
        <translation>Die Seite der Bilder</translation>
    </message>
    <message>
        <source>The side of the patch that becomes a token</source>
        <translation>Die Seite des Ausschnitts, der zu einem Token wird</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Of each latent vector</source>
        <translation>Jedes latenten Vektors</translation>
    </message>
    <message>
        <source>tokens a side</source>
        <translation>Tokens je Seite</translation>
    </message>
    <message>
        <source>The levels of the pyramid, coarse to fine</source>
        <translation>Die Stufen der Pyramide, grob bis fein</translation>
    </message>
    <message>
        <source>How coarser levels come from the finest: &quot;conv&quot; or &quot;interpolate&quot;</source>
        <translation>Wie gröbere Stufen aus der feinsten entstehen: „conv“ oder „interpolate“</translation>
    </message>
    <message>
        <source>The width of the convolutions between levels: &quot;wide&quot; or &quot;narrow&quot;</source>
        <translation>Die Breite der Faltungen zwischen den Stufen: „wide“ oder „narrow“</translation>
    </message>
    <message>
        <source>What makes the finest level: &quot;conv&quot; or &quot;projection&quot;</source>
        <translation>Was die feinste Stufe macht: „conv“ oder „projection“</translation>
    </message>
    <message>
        <source>What tokens of the decoder see: &quot;full&quot;, &quot;scale_independent&quot; or &quot;scale_causal&quot;</source>
        <translation>Was Tokens des Decoders sehen: „full“, „scale_independent“ oder „scale_causal“</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Of the encoder</source>
        <translation>Des Encoders</translation>
    </message>
    <message>
        <source>Of the encoder&apos;s tokens</source>
        <translation>Der Tokens des Encoders</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Of the encoder&apos;s attention</source>
        <translation>Der Attention des Encoders</translation>
    </message>
    <message>
        <source>How much wider the encoder&apos;s hidden layers are</source>
        <translation>Wie viel breiter die verdeckten Schichten des Encoders sind</translation>
    </message>
    <message>
        <source>Of the decoder</source>
        <translation>Des Decoders</translation>
    </message>
    <message>
        <source>Of the decoder&apos;s tokens</source>
        <translation>Der Tokens des Decoders</translation>
    </message>
    <message>
        <source>Of the decoder&apos;s attention</source>
        <translation>Der Attention des Decoders</translation>
    </message>
    <message>
        <source>How much wider the decoder&apos;s hidden layers are</source>
        <translation>Wie viel breiter die verdeckten Schichten des Decoders sind</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Latent tokens of an image</source>
        <translation>Latente Tokens eines Bildes</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Entries of the codebook</source>
        <translation>Einträge des Codebuchs</translation>
    </message>
    <message>
        <source>Of each codebook vector</source>
        <translation>Jedes Vektors des Codebuchs</translation>
    </message>
    <message>
        <source>stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>In which the encoder merges image tokens</source>
        <translation>In denen der Encoder Bild-Tokens zusammenfasst</translation>
    </message>
    <message>
        <source>The shortest prefix that nested dropout keeps</source>
        <translation>Der kürzeste Anfang, den Nested Dropout behält</translation>
    </message>
    <message>
        <source>How often nested dropout cuts the latent tokens</source>
        <translation>Wie oft Nested Dropout die latenten Tokens kürzt</translation>
    </message>
    <message>
        <source>Whether tokens are laid out as in the first release</source>
        <translation>Ob Tokens wie in der ersten Veröffentlichung angeordnet sind</translation>
    </message>
    <message>
        <source>Whether the decoder&apos;s image tokens are learned</source>
        <translation>Ob die Bild-Tokens des Decoders gelernt sind</translation>
    </message>
    <message>
        <source>How the generator writes codes: &quot;har&quot; by levels, &quot;ar&quot; one by one</source>
        <translation>Wie der Generator Codes schreibt: „har“ nach Stufen, „ar“ einzeln</translation>
    </message>
    <message>
        <source>Of the generator</source>
        <translation>Des Generators</translation>
    </message>
    <message>
        <source>Of the generator&apos;s attention</source>
        <translation>Der Attention des Generators</translation>
    </message>
    <message>
        <source>Of the generator&apos;s tokens</source>
        <translation>Der Tokens des Generators</translation>
    </message>
    <message>
        <source>That the generator chooses from</source>
        <translation>Aus denen der Generator wählt</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>That the generator knows</source>
        <translation>Die der Generator kennt</translation>
    </message>
    <message>
        <source>How often a label is hidden, for guidance</source>
        <translation>Wie oft eine Klasse verdeckt wird, für die Führung</translation>
    </message>
    <message>
        <source>That the generator writes for an image</source>
        <translation>Die der Generator für ein Bild schreibt</translation>
    </message>
    <message>
        <source>A file of LPIPS with VGG-16 or AlexNet, in EfficientNet&apos;s place</source>
        <translation>Eine Datei von LPIPS mit VGG-16 oder AlexNet, anstelle von EfficientNet</translation>
    </message>
    <message>
        <source>The file of LPIPS&apos;s linear layers, where the weights come without them</source>
        <translation>Die Datei der linearen Schichten von LPIPS, wo die Gewichte ohne sie kommen</translation>
    </message>
    <message>
        <source>The file of the alignment&apos;s teacher: DINO, DINOv2 or DINOv3; empty: EfficientNet-Lite0</source>
        <translation>Die Datei des Lehrers der Angleichung: DINO, DINOv2 oder DINOv3; leer: EfficientNet-Lite0</translation>
    </message>
    <message>
        <source>of the images</source>
        <translation>der Bilder</translation>
    </message>
    <message>
        <source>How many pictures of the data may be broken before the run ends</source>
        <translation>Welcher Anteil der Bilder kaputt sein darf, bevor der Lauf endet</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>A batch is computed in so many parts: less memory, the same step</source>
        <translation>Ein Stapel wird in so vielen Teilen gerechnet: weniger Speicher, derselbe Schritt</translation>
    </message>
    <message>
        <source>A model or run whose weights the run begins at; empty: random weights</source>
        <translation>Ein Modell oder Lauf, mit dessen Gewichten der Lauf beginnt; leer: zufällige Gewichte</translation>
    </message>
    <message>
        <source>Of the alignment: smaller differences of token distances cost nothing</source>
        <translation>Der Angleichung: kleinere Unterschiede der Token-Abstände kosten nichts</translation>
    </message>
    <message>
        <source>Of the alignment: smaller angles to the features cost nothing</source>
        <translation>Der Angleichung: kleinere Winkel zu den Merkmalen kosten nichts</translation>
    </message>
    <message>
        <source>What judges pictures: &quot;dino&quot;, heads on a frozen DINO, or &quot;patch&quot;, PatchGAN</source>
        <translation>Was Bilder beurteilt: &quot;dino&quot;, Köpfe auf einem eingefrorenen DINO, oder &quot;patch&quot;, PatchGAN</translation>
    </message>
    <message>
        <source>Of PatchGAN&apos;s first layer</source>
        <translation>Der ersten Schicht von PatchGAN</translation>
    </message>
    <message>
        <source>Of PatchGAN that halve the picture</source>
        <translation>Von PatchGAN, die das Bild halbieren</translation>
    </message>
    <message>
        <source>Whether its weight follows the gradients at the decoder&apos;s last layer</source>
        <translation>Ob sein Gewicht den Gradienten an der letzten Schicht des Decoders folgt</translation>
    </message>
    <message>
        <source>The file of the frozen DINO, for that kind</source>
        <translation>Die Datei des eingefrorenen DINO, für diese Art</translation>
    </message>
    <message>
        <source>From its start, in which its learning rate rises; left out: as the model&apos;s</source>
        <translation>Ab seinem Beginn, in denen seine Lernrate steigt; weggelassen: wie beim Modell</translation>
    </message>
    <message>
        <source>How much the discriminator&apos;s matrices shrink, times the learning rate</source>
        <translation>Wie stark die Matrizen des Diskriminators schrumpfen, mal Lernrate</translation>
    </message>
    <message>
        <source>How long its AdamW remembers the gradient and its square</source>
        <translation>Wie lange sein AdamW den Gradienten und dessen Quadrat behält</translation>
    </message>
    <message>
        <source>Of the teacher&apos;s features; 0: the model has no heads for the alignment</source>
        <translation>Der Merkmale des Lehrers; 0: das Modell hat keine Köpfe für die Angleichung</translation>
    </message>
    <message>
        <source>The model folder of the tokenizer whose codes or latent maps a generator learns</source>
        <translation>Der Modellordner des Tokenizers, dessen Codes oder latente Karten ein Generator lernt</translation>
    </message>
    <message>
        <source>The kind of model: hieratok, restok, gpt or dit</source>
        <translation>Die Art des Modells: hieratok, restok, gpt oder dit</translation>
    </message>
    <message>
        <source>How the times of a flow are drawn: &quot;uniform&quot; or &quot;logit_normal&quot;</source>
        <translation>Wie die Zeiten eines Flows gezogen werden: „uniform“ oder „logit_normal“</translation>
    </message>
    <message>
        <source>Of the direction of a flow&apos;s velocity</source>
        <translation>Der Richtung der Geschwindigkeit eines Flows</translation>
    </message>
    <message>
        <source>The side of the latent map that a DiT denoises</source>
        <translation>Die Seitenlänge der latenten Karte, die ein DiT entrauscht</translation>
    </message>
    <message>
        <source>Of that map</source>
        <translation>Dieser Karte</translation>
    </message>
    <message>
        <source>Whether a DiT also learns how much variance a step has</source>
        <translation>Ob ein DiT auch lernt, wie viel Varianz ein Schritt hat</translation>
    </message>
    <message>
        <source>What a DiT learns: &quot;diffusion&quot; (the noise) or &quot;flow&quot; (the velocity)</source>
        <translation>Was ein DiT lernt: „diffusion“ (das Rauschen) oder „flow“ (die Geschwindigkeit)</translation>
    </message>
</context>
<context>
    <name>EvaluationActions</name>
    <message>
        <source>Save the Comparison Sheet</source>
        <translation>Vergleichsblatt speichern</translation>
    </message>
    <message>
        <source>Sheets (*.png *.pdf)</source>
        <translation>Blätter (*.png *.pdf)</translation>
    </message>
    <message>
        <source>Tables (*.csv *.md *.tex *.json)</source>
        <translation>Tabellen (*.csv *.md *.tex *.json)</translation>
    </message>
    <message>
        <source>Comparison &amp;Sheet…</source>
        <translation>Vergleichs&amp;blatt …</translation>
    </message>
    <message>
        <source>Save chosen images x models A and B x levels with their numbers</source>
        <translation>Ausgewählte Bilder x Modelle A und B x Stufen mit ihren Zahlen speichern</translation>
    </message>
    <message>
        <source>E&amp;valuate…</source>
        <translation>Aus&amp;werten …</translation>
    </message>
    <message>
        <source>Measure model A on many images, the worst first</source>
        <translation>Modell A auf vielen Bildern messen, die schlechtesten zuerst</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
</context>
<context>
    <name>EvaluationText</name>
    <message>
        <source>Metric</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>%1&#xa0;×&#xa0;%2&#xa0;px</source>
        <translation>%1&#xa0;×&#xa0;%2&#xa0;px</translation>
    </message>
    <message>
        <source>This level enlarged (bicubic) against the full image</source>
        <translation>Diese Stufe, vergrößert (bikubisch), gegen das volle Bild</translation>
    </message>
    <message>
        <source>Against the image reduced to this level&apos;s size (area)</source>
        <translation>Gegen das Bild, verkleinert auf die Größe dieser Stufe (Fläche)</translation>
    </message>
    <message>
        <source>D(D_s(Z)) against D_s(D(Z)): does the decoder commute with downsampling?</source>
        <translation>D(D_s(Z)) gegen D_s(D(Z)): kommutiert der Decoder mit dem Herunterskalieren?</translation>
    </message>
    <message>
        <source>%1&#xa0;×&#xa0;%2</source>
        <translation>%1&#xa0;×&#xa0;%2</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>PSNR, dB</source>
        <translation>PSNR, dB</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>PSNR, own</source>
        <translation>PSNR, eigen</translation>
    </message>
    <message>
        <source>SSIM, own</source>
        <translation>SSIM, eigen</translation>
    </message>
    <message>
        <source>Commutes, dB</source>
        <translation>Kommutiert, dB</translation>
    </message>
    <message>
        <source>LPIPS</source>
        <translation>LPIPS</translation>
    </message>
    <message>
        <source>Values so far</source>
        <translation>Werte bisher</translation>
    </message>
    <message>
        <source>Latent numbers up to this level</source>
        <translation>Latent-Werte bis zu dieser Stufe</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>KL divergence over ln 2</source>
        <translation>KL-Divergenz durch ln 2</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>x&#xa0;%1, y&#xa0;%2</source>
        <translation>x&#xa0;%1, y&#xa0;%2</translation>
    </message>
    <message>
        <source>Pixel of this level&apos;s picture</source>
        <translation>Pixel im Bild dieser Stufe</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>row&#xa0;%1, column&#xa0;%2</source>
        <translation>Zeile&#xa0;%1, Spalte&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 of A</source>
        <translation>%1 von A</translation>
    </message>
    <message>
        <source>%1 of B</source>
        <translation>%1 von B</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Into the model</source>
        <translation>Ins Modell</translation>
    </message>
    <message>
        <source>Shorter side resized (bicubic, antialiased), centre cropped</source>
        <translation>Kürzere Seite skaliert (bikubisch, Antialiasing), mittig zugeschnitten</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>sha256</source>
        <translation>sha256</translation>
    </message>
    <message>
        <source>Norm of the mean</source>
        <translation>Norm Mittelwert</translation>
    </message>
    <message>
        <source>Scale %1&#xa0;×&#xa0;%2</source>
        <translation>Skala %1&#xa0;×&#xa0;%2</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Of the image as it went into the model</source>
        <translation>Des Bildes, wie es ins Modell ging</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Token grid</source>
        <translation>Token-Raster</translation>
    </message>
    <message>
        <source>Tokens so far times the bits of a code</source>
        <translation>Token bis hierher mal die Bits eines Codes</translation>
    </message>
    <message>
        <source>Grid %1&#xa0;×&#xa0;%2</source>
        <translation>Raster %1&#xa0;×&#xa0;%2</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Index into the codebook</source>
        <translation>Nummer im Codebuch</translation>
    </message>
    <message>
        <source>Tokens of this level whose codes are others in B; Shift+X selects those of all levels</source>
        <translation>Tokens dieser Stufe, deren Codes in B andere sind; Umschalt+X wählt die aller Stufen aus</translation>
    </message>
    <message>
        <source>Other codes in B</source>
        <translation>Andere Codes in B</translation>
    </message>
    <message>
        <source>%1 of %2, %3&#xa0;%</source>
        <translation>%1 von %2, %3 %</translation>
    </message>
    <message>
        <source>none, edited</source>
        <translation>keiner, geändert</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>What is in it: %1</source>
        <translation>Was darin ist: %1</translation>
    </message>
    <message>
        <source>Family: %1</source>
        <translation>Familie: %1</translation>
    </message>
    <message>
        <source>%1 tensors with %2 numbers:</source>
        <translation>%1 Tensoren mit %2 Zahlen:</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>GenerateTour</name>
    <message>
        <source>The Generate view without a generator: one click opens the demo.</source>
        <translation>Die Ansicht Erzeugen ohne Generator: Ein Klick öffnet die Demo.</translation>
    </message>
    <message>
        <source>A class, and the nine steps of HAR: the picture after each, new tokens lit.</source>
        <translation>Eine Klasse und die neun Schritte von HAR: das Bild nach jedem, neue Token hervorgehoben.</translation>
    </message>
    <message>
        <source>The step cursor goes back without computing; a token with its candidates.</source>
        <translation>Der Schrittzeiger geht zurück, ohne zu rechnen; ein Token mit seinen Kandidaten.</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>Another seed from the fourth step on.</source>
        <translation>Ein anderer Startwert ab dem vierten Schritt.</translation>
    </message>
    <message>
        <source>Another class from the fourth step on.</source>
        <translation>Eine andere Klasse ab dem vierten Schritt.</translation>
    </message>
    <message>
        <source>One token replaced by its runner-up: the tree of all branches.</source>
        <translation>Ein Token durch den nächsten Kandidaten ersetzt: der Baum aller Zweige.</translation>
    </message>
    <message>
        <source>HAR beside AR in lock step: steps and time of both.</source>
        <translation>HAR neben AR im Gleichschritt: Schritte und Zeit beider.</translation>
    </message>
    <message>
        <source>After the same number of steps: HAR is far ahead.</source>
        <translation>Nach gleich vielen Schritten: HAR ist weit voraus.</translation>
    </message>
    <message>
        <source>A alone again.</source>
        <translation>Wieder A allein.</translation>
    </message>
    <message>
        <source>Nine seeds of one class; each is one click away.</source>
        <translation>Neun Startwerte einer Klasse; jeder ist einen Klick entfernt.</translation>
    </message>
    <message>
        <source>Back in the Pyramid view.</source>
        <translation>Zurück in der Ansicht Pyramide.</translation>
    </message>
    <message>
        <source>A tokenizer of 128 codes: what the first 1, 2, 4, ... make.</source>
        <translation>Ein Tokenizer mit 128 Codes: was die ersten 1, 2, 4, … ergeben.</translation>
    </message>
    <message>
        <source>The codes of the finest level, coloured by their vectors.</source>
        <translation>Die Codes der feinsten Stufe, gefärbt nach ihren Vektoren.</translation>
    </message>
    <message>
        <source>The image tokens inside of the encoder: what each hierarchy holds, and the sum.</source>
        <translation>Die Bild-Token im Encoder: was jede Hierarchie enthält, und die Summe.</translation>
    </message>
    <message>
        <source>Back to the first model.</source>
        <translation>Zurück zum ersten Modell.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>A DiT: the clean picture that each step foretells, at every level.</source>
        <translation>Ein DiT: das saubere Bild, das jeder Schritt vorhersagt, auf jeder Ebene.</translation>
    </message>
    <message>
        <source>Half of the way, at a coarse level.</source>
        <translation>Auf halbem Weg, auf einer groben Ebene.</translation>
    </message>
    <message>
        <source>Another class from there on.</source>
        <translation>Von da an eine andere Klasse.</translation>
    </message>
</context>
<context>
    <name>GenerationEdit</name>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>Replace Token</source>
        <translation>Token ersetzen</translation>
    </message>
    <message>
        <source>Show Branch</source>
        <translation>Zweig zeigen</translation>
    </message>
    <message>
        <source>Remove Branch</source>
        <translation>Zweig entfernen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Grid of Seeds</source>
        <translation>Raster der Startwerte</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
</context>
<context>
    <name>GenerationText</name>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>tokens %1–%2</source>
        <translation>Token %1–%2</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>Keine Klasse</translation>
    </message>
    <message>
        <source>AR writes %1 tokens one after the other: %1 steps.</source>
        <translation>AR schreibt %1 Token nacheinander: %1 Schritte.</translation>
    </message>
    <message>
        <source>HAR writes %1 levels in %2 steps: %3 single tokens, then %4 whole levels.</source>
        <translation>HAR schreibt %1 Stufen in %2 Schritten: %3 einzelne Token, dann %4 ganze Stufen.</translation>
    </message>
    <message>
        <source>token %1 = %2</source>
        <translation>Token %1 = %2</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>guidance %1</source>
        <translation>Guidance %1</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>Temperatur %1</translation>
    </message>
    <message>
        <source>top-k %1</source>
        <translation>Top-k %1</translation>
    </message>
    <message>
        <source>top-p %1</source>
        <translation>Top-p %1</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>gierig</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>gezogen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation>%1 Bit</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>noise %1</source>
        <translation>Rauschen %1</translation>
    </message>
    <message>
        <source>DiT denoises a map of %1 channels of %2 × %2 in %3 steps; each picture is the clean map that the step foretells, decoded at the chosen level.</source>
        <translation>DiT entrauscht eine Karte mit %1 Kanälen von %2 × %2 in %3 Schritten; jedes Bild ist die saubere Karte, die der Schritt vorhersagt, auf der gewählten Ebene dekodiert.</translation>
    </message>
    <message>
        <source>eta %1</source>
        <translation>eta %1</translation>
    </message>
    <message>
        <source>other denoising</source>
        <translation>anderes Entrauschen</translation>
    </message>
</context>
<context>
    <name>LadderFigure</name>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Residual  −%1</source>
        <translation>Residuum  −%1</translation>
    </message>
    <message>
        <source>coarsest</source>
        <translation>gröbste</translation>
    </message>
    <message>
        <source>SSIM %1</source>
        <translation>SSIM %1</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 Werte</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bits</translation>
    </message>
</context>
<context>
    <name>LadderText</name>
    <message>
        <source>PSNR (dB)</source>
        <translation>PSNR (dB)</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>PSNR own size (dB)</source>
        <translation>PSNR eigene Größe (dB)</translation>
    </message>
    <message>
        <source>D(D_s(Z)) ~ D_s(D(Z)) (dB)</source>
        <translation>D(D_s(Z)) ~ D_s(D(Z)) (dB)</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>Bits</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
</context>
<context>
    <name>LatentEdit</name>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Look of the Map</source>
        <translation>Aussehen der Karte</translation>
    </message>
    <message>
        <source>Colours of the Map</source>
        <translation>Farben der Karte</translation>
    </message>
    <message>
        <source>Comparison of Maps</source>
        <translation>Vergleich der Karten</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
</context>
<context>
    <name>LatentText</name>
    <message>
        <source>Base map</source>
        <translation>Grundkarte</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>One random vector per image</source>
        <translation>Ein zufälliger Vektor je Bild</translation>
    </message>
    <message>
        <source>All vectors of the latent map</source>
        <translation>Alle Vektoren der latenten Karte</translation>
    </message>
    <message>
        <source>Tokens of levels</source>
        <translation>Tokens von Stufen</translation>
    </message>
    <message>
        <source>Image tokens of the encoder</source>
        <translation>Bild-Tokens des Encoders</translation>
    </message>
    <message>
        <source>Codebook vectors</source>
        <translation>Codebuch-Vektoren</translation>
    </message>
    <message>
        <source>%1 vectors of %2 images, one each</source>
        <translation>%1 Vektoren von %2 Bildern, je einer</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%1 von %2 Tokens</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>vorzeitig angehalten</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>perplexity %1</source>
        <translation>Perplexität %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>iteration %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>KL %1</source>
        <translation>KL %1</translation>
    </message>
    <message>
        <source>density %1</source>
        <translation>Dichte %1</translation>
    </message>
    <message>
        <source>trust %1</source>
        <translation>Vertrauen %1</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>Das Modell wird geöffnet</translation>
    </message>
    <message>
        <source>Encoding images</source>
        <translation>Bilder werden kodiert</translation>
    </message>
    <message>
        <source>Finding the neighbours of every point</source>
        <translation>Die Nachbarn jedes Punktes werden gesucht</translation>
    </message>
    <message>
        <source>images skipped: %1</source>
        <translation>Bilder übersprungen: %1</translation>
    </message>
</context>
<context>
    <name>LatentsTour</name>
    <message>
        <source>One point, and its nearest in latent space, wherever the map has put them.</source>
        <translation>Ein Punkt und seine nächsten im latenten Raum, wo immer die Karte sie hat.</translation>
    </message>
    <message>
        <source>The Latents view before a map: one click makes one.</source>
        <translation>Die Ansicht Latents vor einer Karte: Ein Klick macht eine.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>The map grows while one watches: tokens of the demo&apos;s images, by photograph.</source>
        <translation>Die Karte wächst, während man zusieht: Tokens der Demo-Bilder, nach Fotografie.</translation>
    </message>
    <message>
        <source>The finished map with its numbers and its honest badge.</source>
        <translation>Die fertige Karte mit ihren Zahlen und ihrer ehrlichen Angabe.</translation>
    </message>
    <message>
        <source>What the tokens show, as many as do not overlap.</source>
        <translation>Was die Tokens zeigen, so viele sich nicht überdecken.</translation>
    </message>
    <message>
        <source>How densely the points lie, with contours.</source>
        <translation>Wie dicht die Punkte liegen, mit Höhenlinien.</translation>
    </message>
    <message>
        <source>Coloured by trust: which neighbours in the map are neighbours in truth.</source>
        <translation>Nach Vertrauen gefärbt: welche Nachbarn in der Karte wirklich Nachbarn sind.</translation>
    </message>
    <message>
        <source>A lasso: its tokens in full colour, their numbers beside.</source>
        <translation>Ein Lasso: seine Tokens in voller Farbe, ihre Anzahl daneben.</translation>
    </message>
    <message>
        <source>The same tokens light up in their image.</source>
        <translation>Dieselben Tokens leuchten in ihrem Bild auf.</translation>
    </message>
    <message>
        <source>The map in three dimensions: a drag turns it.</source>
        <translation>Die Karte in drei Dimensionen: Ziehen dreht sie.</translation>
    </message>
    <message>
        <source>Multi-scale against single-scale: aligned maps, one camera, one selection.</source>
        <translation>Mehrstufig gegen einstufig: ausgerichtete Karten, eine Kamera, eine Auswahl.</translation>
    </message>
    <message>
        <source>What is selected in one map lights up in the other.</source>
        <translation>Was in einer Karte ausgewählt ist, leuchtet in der anderen auf.</translation>
    </message>
    <message>
        <source>CV, Gini and entropy of both models over five seeds, with the paired difference and its interval.</source>
        <translation>CV, Gini und Entropie beider Modelle über fünf Startwerte, mit der gepaarten Differenz und ihrem Intervall.</translation>
    </message>
    <message>
        <source>Back in the Pyramid view.</source>
        <translation>Zurück in der Ansicht Pyramide.</translation>
    </message>
</context>
<context>
    <name>MapColors</name>
    <message>
        <source>Base map</source>
        <translation>Grundkarte</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>NeededFiles</name>
    <message>
        <source>Comparing checksums</source>
        <translation>Prüfsummen werden verglichen</translation>
    </message>
</context>
<context>
    <name>OpenDialogs</name>
    <message>
        <source>Open Images</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Images (*.jpg *.jpeg *.png *.webp *.ppm)</source>
        <translation>Bilder (*.jpg *.jpeg *.png *.webp *.ppm)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>Save the Session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Open a Session</source>
        <translation>Sitzung öffnen</translation>
    </message>
    <message>
        <source>Sessions (*.hierascope)</source>
        <translation>Sitzungen (*.hierascope)</translation>
    </message>
</context>
<context>
    <name>PaneMaker</name>
    <message>
        <source>Reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Residuum</translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation>Absolute Abweichung</translation>
    </message>
    <message>
        <source>Signed error</source>
        <translation>Abweichung mit Vorzeichen</translation>
    </message>
    <message>
        <source>Commutation</source>
        <translation>Kommutation</translation>
    </message>
    <message>
        <source>The coarsest level has no level before it to differ from.</source>
        <translation>Vor der gröbsten Stufe gibt es keine, von der sie sich unterscheiden könnte.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1  ·  original, not encoded yet</source>
        <translation>%1  ·  Original, noch nicht kodiert</translation>
    </message>
    <message>
        <source>Stopped; the task can be started again.</source>
        <translation>Angehalten; die Aufgabe kann neu gestartet werden.</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>B: %1</source>
        <translation>B: %1</translation>
    </message>
    <message>
        <source>Subtracting…</source>
        <translation>Differenz wird gebildet…</translation>
    </message>
    <message>
        <source>A minus B</source>
        <translation>A minus B</translation>
    </message>
    <message>
        <source>A − B, signed</source>
        <translation>A − B, mit Vorzeichen</translation>
    </message>
    <message>
        <source>PSNR of A against B %1</source>
        <translation>PSNR von A gegen B %1</translation>
    </message>
    <message>
        <source>Image hierarchies</source>
        <translation>Bildhierarchien</translation>
    </message>
    <message>
        <source>Moved by edits</source>
        <translation>Durch Änderungen bewegt</translation>
    </message>
    <message>
        <source>no pixel moved</source>
        <translation>kein Pixel hat sich bewegt</translation>
    </message>
    <message>
        <source>moved by %1 % (RMS)</source>
        <translation>um %1 % bewegt (RMS)</translation>
    </message>
    <message>
        <source>No token is edited here, so that no pixel moved.</source>
        <translation>Hier ist kein Token geändert, also hat sich kein Pixel bewegt.</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>PyramidContent</name>
    <message>
        <source>Scale %1 × %2</source>
        <translation>Skala %1 × %2</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>∞ dB</source>
        <translation>∞ dB</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>First %1 tokens</source>
        <translation>Erste %1 Token</translation>
    </message>
</context>
<context>
    <name>RoomMessage</name>
    <message>
        <source>Open a model folder…</source>
        <translation>Modellordner öffnen…</translation>
    </message>
    <message>
        <source>Open images…</source>
        <translation>Bilder öffnen…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>Kein Modell ist geöffnet</translation>
    </message>
    <message>
        <source>This view shows what each level of a tokenizer makes of an image, coarse to fine, and what each level adds.
Open or drop a model folder: one with config.json and model.safetensors.</source>
        <translation>Diese Ansicht zeigt, was jede Stufe eines Tokenizers aus einem Bild macht, von grob nach fein, und was jede Stufe hinzufügt.
Einen Modellordner öffnen oder hierher ziehen: einen mit config.json und model.safetensors.</translation>
    </message>
    <message>
        <source>No image is open</source>
        <translation>Kein Bild ist geöffnet</translation>
    </message>
    <message>
        <source>This view shows what each level of the model makes of an image.
Open or drop a photograph: JPEG, PNG, WebP or PPM.</source>
        <translation>Diese Ansicht zeigt, was jede Stufe des Modells aus einem Bild macht.
Ein Foto öffnen oder hierher ziehen: JPEG, PNG, WebP oder PPM.</translation>
    </message>
    <message>
        <source>Mend the file and drop it again, or choose another in the library.</source>
        <translation>Die Datei in Ordnung bringen und erneut hierher ziehen oder in der Bibliothek eine andere wählen.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The work was stopped before it was done; nothing is lost.</source>
        <translation>Die Arbeit wurde angehalten, bevor sie fertig war; nichts ist verloren.</translation>
    </message>
</context>
<context>
    <name>SessionSnapshot</name>
    <message>
        <source>Open Session</source>
        <translation>Sitzung öffnen</translation>
    </message>
</context>
<context>
    <name>SessionTour</name>
    <message>
        <source>After a crash the session can be shown again; it is asked once.</source>
        <translation>Nach einem Absturz kann die Sitzung wieder gezeigt werden; gefragt wird einmal.</translation>
    </message>
    <message>
        <source>The session is shown again.</source>
        <translation>Die Sitzung wird wieder gezeigt.</translation>
    </message>
</context>
<context>
    <name>Surgery</name>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Null</translation>
    </message>
    <message>
        <source>Mask token</source>
        <translation>Masken-Token</translation>
    </message>
    <message>
        <source>Noise × %1</source>
        <translation>Rauschen × %1</translation>
    </message>
    <message>
        <source>%1 % of another</source>
        <translation>%1 % eines anderen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Zurückgesetzt</translation>
    </message>
    <message>
        <source>Token History</source>
        <translation>Verlauf der Token</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, aus %2</translation>
    </message>
</context>
<context>
    <name>SurgeryTour</name>
    <message>
        <source>Editing tokens: what can be put in the place of a token.</source>
        <translation>Token ändern: was an die Stelle eines Tokens kommen kann.</translation>
    </message>
    <message>
        <source>Four tokens are zero; the picture is decoded at once.</source>
        <translation>Vier Token sind null; das Bild wird sofort dekodiert.</translation>
    </message>
    <message>
        <source>Three edits in the history, the second one shown.</source>
        <translation>Drei Änderungen im Verlauf, die zweite wird gezeigt.</translation>
    </message>
    <message>
        <source>A edited beside B, the same image unedited.</source>
        <translation>A geändert neben B, demselben Bild ungeändert.</translation>
    </message>
    <message>
        <source>A model of codes: one token&apos;s place and its number.</source>
        <translation>Ein Modell mit Codes: Stelle und Nummer eines Tokens.</translation>
    </message>
    <message>
        <source>And by the mask token, which this family has.</source>
        <translation>Und durch das Maskentoken, das diese Familie hat.</translation>
    </message>
    <message>
        <source>Back to the image as it is.</source>
        <translation>Zurück zum Bild, wie es ist.</translation>
    </message>
    <message>
        <source>What if a level came from the other image?</source>
        <translation>Was wäre, wenn eine Stufe aus dem anderen Bild käme?</translation>
    </message>
    <message>
        <source>Two tokens are replaced by the codes nearest to theirs.</source>
        <translation>Zwei Token sind durch die ihnen nächsten Codes ersetzt.</translation>
    </message>
    <message>
        <source>Which pixels of this level moved, signed, with the key.</source>
        <translation>Welche Pixel dieser Stufe sich bewegt haben, mit Vorzeichen und Legende.</translation>
    </message>
    <message>
        <source>The same tokens, with noise added.</source>
        <translation>Dieselben Token, mit Rauschen.</translation>
    </message>
    <message>
        <source>Noise in four tokens of the finest level.</source>
        <translation>Rauschen in vier Token der feinsten Stufe.</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy the table for a page or an issue</source>
        <translation>Die Tabelle für eine Webseite oder ein Issue kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;LaTeX</source>
        <translation>Als &amp;LaTeX kopieren</translation>
    </message>
    <message>
        <source>Copy the table for a paper</source>
        <translation>Die Tabelle für eine Veröffentlichung kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>Als &amp;CSV kopieren</translation>
    </message>
    <message>
        <source>Copy the table for a spreadsheet</source>
        <translation>Die Tabelle für eine Tabellenkalkulation kopieren</translation>
    </message>
</context>
<context>
    <name>TourScript</name>
    <message>
        <source>First start: the demo&apos;s pyramid, and one line of hints.</source>
        <translation>Erster Start: die Pyramide der Demo und eine Zeile mit Hinweisen.</translation>
    </message>
    <message>
        <source>The level cursor on level %1.</source>
        <translation>Die Stufenmarke auf Stufe %1.</translation>
    </message>
    <message>
        <source>True pixels: one picture pixel on one display pixel.</source>
        <translation>Echte Pixel: ein Bildpixel auf einem Bildschirmpixel.</translation>
    </message>
    <message>
        <source>Zoomed until every pixel has room for its values.</source>
        <translation>So weit vergrößert, dass jedes Pixel Platz für seine Werte hat.</translation>
    </message>
    <message>
        <source>The image as it went into the model.</source>
        <translation>Das Bild, wie es ins Modell ging.</translation>
    </message>
    <message>
        <source>What the finest level adds to the one before, signed.</source>
        <translation>Was die feinste Stufe der vorigen hinzufügt, mit Vorzeichen.</translation>
    </message>
    <message>
        <source>How far each pixel is from the original.</source>
        <translation>Wie weit jedes Pixel vom Original abweicht.</translation>
    </message>
    <message>
        <source>Reconstruction minus original, signed.</source>
        <translation>Rekonstruktion minus Original, mit Vorzeichen.</translation>
    </message>
    <message>
        <source>The commutation check of the paper&apos;s appendix B at 8 × 8.</source>
        <translation>Die Kommutationsprüfung aus Anhang B des Artikels bei 8 × 8.</translation>
    </message>
    <message>
        <source>The token grid of the 8 × 8 level, and a selected token: lit at every level, its vector in the inspector.</source>
        <translation>Das Tokenraster der Stufe 8 × 8 und ein ausgewähltes Token: auf jeder Stufe hervorgehoben, sein Vektor im Inspektor.</translation>
    </message>
    <message>
        <source>Tokens coloured by the principal components of their vectors.</source>
        <translation>Tokens, gefärbt nach den Hauptkomponenten ihrer Vektoren.</translation>
    </message>
    <message>
        <source>A sample of the posterior instead of its mean.</source>
        <translation>Eine Stichprobe des Posteriors statt seines Mittelwerts.</translation>
    </message>
    <message>
        <source>Another image: the same level, the same zoom.</source>
        <translation>Ein anderes Bild: dieselbe Stufe, dieselbe Vergrößerung.</translation>
    </message>
    <message>
        <source>A and B side by side, moved and zoomed together.</source>
        <translation>A und B nebeneinander, gemeinsam verschoben und vergrößert.</translation>
    </message>
    <message>
        <source>A and B over each other, with a line to drag.</source>
        <translation>A und B übereinander, mit einer Linie zum Ziehen.</translation>
    </message>
    <message>
        <source>A minus B, signed, with its key.</source>
        <translation>A minus B, mit Vorzeichen und Farbschlüssel.</translation>
    </message>
    <message>
        <source>A alone; B is one held key away.</source>
        <translation>A allein; B ist eine gehaltene Taste entfernt.</translation>
    </message>
    <message>
        <source>B in A&apos;s place, while the key is held.</source>
        <translation>B an der Stelle von A, solange die Taste gehalten wird.</translation>
    </message>
    <message>
        <source>The same model on two images.</source>
        <translation>Dasselbe Modell auf zwei Bildern.</translation>
    </message>
    <message>
        <source>Compared no longer.</source>
        <translation>Der Vergleich ist beendet.</translation>
    </message>
    <message>
        <source>Every action is found by a few letters of its name.</source>
        <translation>Jede Aktion lässt sich mit wenigen Buchstaben ihres Namens finden.</translation>
    </message>
    <message>
        <source>A small window.</source>
        <translation>Ein kleines Fenster.</translation>
    </message>
    <message>
        <source>Back to its size.</source>
        <translation>Zurück zur vorigen Größe.</translation>
    </message>
    <message>
        <source>Another model on the same image.</source>
        <translation>Ein anderes Modell auf demselben Bild.</translation>
    </message>
    <message>
        <source>Back to the first model: nothing is computed again.</source>
        <translation>Zurück zum ersten Modell: nichts wird neu berechnet.</translation>
    </message>
    <message>
        <source>Long task of the tour</source>
        <translation>Lange Aufgabe des Rundgangs</translation>
    </message>
    <message>
        <source>The engine is busy: the window answers, the task can be stopped.</source>
        <translation>Die Engine ist beschäftigt: das Fenster antwortet, die Aufgabe lässt sich anhalten.</translation>
    </message>
    <message>
        <source>Stopped by the person: nothing is lost, one click starts again.</source>
        <translation>Von Hand angehalten: nichts ist verloren, ein Klick startet neu.</translation>
    </message>
    <message>
        <source>Started again.</source>
        <translation>Neu gestartet.</translation>
    </message>
    <message>
        <source>A broken image: what is wrong is said where it would show.</source>
        <translation>Ein fehlerhaftes Bild: was nicht stimmt, steht dort, wo es zu sehen wäre.</translation>
    </message>
    <message>
        <source>A broken model: file, field and value.</source>
        <translation>Ein fehlerhaftes Modell: Datei, Feld und Wert.</translation>
    </message>
    <message>
        <source>No image is open: what the view would show, and the way there.</source>
        <translation>Kein Bild ist geöffnet: was die Ansicht zeigen würde und der Weg dorthin.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist geöffnet.</translation>
    </message>
    <message>
        <source>The light theme.</source>
        <translation>Das helle Design.</translation>
    </message>
    <message>
        <source>The light theme, A and B side by side.</source>
        <translation>Das helle Design, A und B nebeneinander.</translation>
    </message>
    <message>
        <source>The light theme, zoomed to the values of the pixels.</source>
        <translation>Das helle Design, vergrößert bis zu den Werten der Pixel.</translation>
    </message>
</context>
<context>
    <name>TrainText</name>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>training</source>
        <translation>trainiert</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>speichert</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>lost: its process is gone</source>
        <translation>verloren: sein Prozess ist weg</translation>
    </message>
    <message>
        <source>its folder is gone</source>
        <translation>sein Ordner ist weg</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Verlust %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation>Bilder jetzt</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren …</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Start the run, or go on from its last checkpoint or from a pause</source>
        <translation>Den Lauf starten oder vom letzten Checkpoint oder nach einer Pause fortsetzen</translation>
    </message>
    <message>
        <source>Keep everything in memory and wait</source>
        <translation>Alles im Speicher behalten und warten</translation>
    </message>
    <message>
        <source>Save a checkpoint and end; the run can be resumed</source>
        <translation>Einen Checkpoint sichern und enden; der Lauf lässt sich fortsetzen</translation>
    </message>
    <message>
        <source>Train to the step that is given, also after the end of the plan</source>
        <translation>Bis zum angegebenen Schritt trainieren, auch über den Plan hinaus</translation>
    </message>
    <message>
        <source>Write a checkpoint now</source>
        <translation>Jetzt einen Checkpoint schreiben</translation>
    </message>
    <message>
        <source>Make a new run of this one&apos;s settings, with changes</source>
        <translation>Einen neuen Lauf mit diesen Einstellungen anlegen, mit Änderungen</translation>
    </message>
    <message>
        <source>Show the run&apos;s folder in the file manager</source>
        <translation>Den Ordner des Laufs in der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Perceptual</source>
        <translation>Wahrnehmung</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 Millionen Parameter</translation>
    </message>
    <message>
        <source>about %1 GB of memory</source>
        <translation>etwa %1 GB Speicher</translation>
    </message>
    <message>
        <source>%1 s a step</source>
        <translation>%1 s je Schritt</translation>
    </message>
    <message>
        <source>about %1 hours in all</source>
        <translation>insgesamt etwa %1 Stunden</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>KL</source>
        <translation>KL</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>lost: no word from %1 for %2</source>
        <translation>verloren: kein Wort von %1 seit %2</translation>
    </message>
    <message>
        <source>number %1 in the queue</source>
        <translation>Nummer %1 in der Warteschlange</translation>
    </message>
    <message>
        <source>does not stop</source>
        <translation>hält nicht an</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>wird angehalten</translation>
    </message>
    <message>
        <source>%1, no word for %2</source>
        <translation>%1, kein Wort seit %2</translation>
    </message>
    <message>
        <source>Write the pictures of the probe set now; they appear in the strip</source>
        <translation>Die Probebilder jetzt schreiben; sie erscheinen im Streifen</translation>
    </message>
    <message>
        <source>Memory, GB</source>
        <translation>Speicher, GB</translation>
    </message>
    <message>
        <source>TensorBoard</source>
        <translation>TensorBoard</translation>
    </message>
    <message>
        <source>to step %1</source>
        <translation>bis Schritt %1</translation>
    </message>
</context>
<context>
    <name>TrainTour</name>
    <message>
        <source>The Train view before a run: settings, data, one button.</source>
        <translation>Die Ansicht Training vor einem Lauf: Einstellungen, Daten, ein Knopf.</translation>
    </message>
    <message>
        <source>A run that trains, in a process of its own.</source>
        <translation>Ein Lauf, der trainiert, in einem eigenen Prozess.</translation>
    </message>
    <message>
        <source>Paused: everything stays in memory, each button says what it can do.</source>
        <translation>Angehalten: alles bleibt im Speicher, jeder Knopf sagt, was er kann.</translation>
    </message>
    <message>
        <source>The end: its checkpoints and pictures, each becomes A or B.</source>
        <translation>Das Ende: seine Checkpoints und Bilder, jeder wird A oder B.</translation>
    </message>
    <message>
        <source>Back in the Pyramid view.</source>
        <translation>Zurück in der Ansicht Pyramide.</translation>
    </message>
    <message>
        <source>The window was closed, and another one finds the paused run again.</source>
        <translation>Das Fenster wurde geschlossen, und ein anderes findet den angehaltenen Lauf wieder.</translation>
    </message>
    <message>
        <source>Resumed; its curves on a logarithmic axis, over the time.</source>
        <translation>Fortgesetzt; seine Kurven auf einer logarithmischen Achse, über der Zeit.</translation>
    </message>
    <message>
        <source>Trained on past the plan, and finished again.</source>
        <translation>Über den Plan hinaus trainiert und wieder fertig.</translation>
    </message>
    <message>
        <source>A new run: every setting can be searched for and has help, a wrong value is marked, and the cost is beside the button.</source>
        <translation>Ein neuer Lauf: Jede Einstellung lässt sich suchen und hat Hilfe, ein falscher Wert ist markiert, und die Kosten stehen beim Knopf.</translation>
    </message>
    <message>
        <source>Two checkpoints of the run as A and B, at the same image and level.</source>
        <translation>Zwei Checkpoints des Laufs als A und B, beim selben Bild und derselben Stufe.</translation>
    </message>
    <message>
        <source>The checkpoint cursor moves A one on; the level stays.</source>
        <translation>Der Checkpoint-Cursor rückt A um einen weiter; die Stufe bleibt.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::AttentionBar</name>
    <message>
        <source>Look</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>The selected token&apos;s attention over the image (M)</source>
        <translation>Die Aufmerksamkeit des gewählten Tokens über dem Bild (M)</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>Alle Köpfe</translation>
    </message>
    <message>
        <source>Every head of every layer, small (H)</source>
        <translation>Jeder Kopf jeder Schicht, klein (H)</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>The declared mask, and a head&apos;s attention of all tokens (K)</source>
        <translation>Die erklärte Maske, und die Aufmerksamkeit eines Kopfes für alle Tokens (K)</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>How much of each level&apos;s attention goes to each level (S)</source>
        <translation>Wie viel der Aufmerksamkeit jeder Stufe zu jeder Stufe geht (S)</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>Einfluss</translation>
    </message>
    <message>
        <source>What moves when the token is disturbed (I)</source>
        <translation>Was sich bewegt, wenn das Token gestört wird (I)</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Declared against measured dependency: leaks (A)</source>
        <translation>Erklärte gegen gemessene Abhängigkeit: Lecks (A)</translation>
    </message>
    <message>
        <source>Part of the model</source>
        <translation>Teil des Modells</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Attention inside the encoder (E)</source>
        <translation>Aufmerksamkeit im Encoder (E)</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>Decoder</translation>
    </message>
    <message>
        <source>Attention inside the decoder (E)</source>
        <translation>Aufmerksamkeit im Decoder (E)</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>Whom the selected token reads (R)</source>
        <translation>Wen das gewählte Token liest (R)</translation>
    </message>
    <message>
        <source>is read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>Who reads the selected token (R)</source>
        <translation>Wer das gewählte Token liest (R)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Save the picture with its provenance (Ctrl+E)</source>
        <translation>Das Bild mit seiner Herkunft speichern (Strg+E)</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::AttentionBench</name>
    <message>
        <source>Recording attention</source>
        <translation>Aufmerksamkeit wird aufgezeichnet</translation>
    </message>
    <message>
        <source>Reading a token&apos;s attention</source>
        <translation>Aufmerksamkeit eines Tokens wird gelesen</translation>
    </message>
    <message>
        <source>Summing up the attention of a layer</source>
        <translation>Aufmerksamkeit einer Schicht wird zusammengefasst</translation>
    </message>
    <message>
        <source>Reading the attention of a layer</source>
        <translation>Aufmerksamkeit einer Schicht wird gelesen</translation>
    </message>
    <message>
        <source>Measuring a token&apos;s influence</source>
        <translation>Einfluss eines Tokens wird gemessen</translation>
    </message>
    <message>
        <source>Auditing the mask</source>
        <translation>Maske wird geprüft</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::AttentionPage</name>
    <message>
        <source>Recording attention…</source>
        <translation>Aufmerksamkeit wird aufgezeichnet…</translation>
    </message>
    <message>
        <source>This model has no attention that can be looked at.</source>
        <translation>Dieses Modell hat keine Aufmerksamkeit, die man ansehen kann.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>Nichts anzusehen</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::AttentionPanel</name>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Which head is shown, or the mean of all (Alt+Up, Alt+Down)</source>
        <translation>Welcher Kopf gezeigt wird, oder das Mittel aller (Alt+Auf, Alt+Ab)</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>Nach Schicht</translation>
    </message>
    <message>
        <source>Lowest entropy first</source>
        <translation>Kleinste Entropie zuerst</translation>
    </message>
    <message>
        <source>Farthest first</source>
        <translation>Weiteste zuerst</translation>
    </message>
    <message>
        <source>Order of the heads</source>
        <translation>Reihenfolge der Köpfe</translation>
    </message>
    <message>
        <source>How the small maps are ordered (O)</source>
        <translation>Wie die kleinen Karten geordnet sind (O)</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>What takes the token&apos;s place to measure its influence (N)</source>
        <translation>Was an die Stelle des Tokens tritt, um seinen Einfluss zu messen (N)</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy the numbers of this look</source>
        <translation>Die Zahlen dieser Ansicht kopieren</translation>
    </message>
    <message>
        <source>Token, layer and head</source>
        <translation>Token, Schicht und Kopf</translation>
    </message>
    <message>
        <source>Which token asks, in which layer and head, and what is kept</source>
        <translation>Welches Token fragt, in welcher Schicht und welchem Kopf, und was behalten wird</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Which layer is shown, from 0 (Ctrl+Up, Ctrl+Down)</source>
        <translation>Welche Schicht gezeigt wird, ab 0 (Strg+Auf, Strg+Ab)</translation>
    </message>
    <message>
        <source>The token that asks</source>
        <translation>Das Token, das fragt</translation>
    </message>
    <message>
        <source>The layer</source>
        <translation>Die Schicht</translation>
    </message>
    <message>
        <source>The head over all tokens that ask</source>
        <translation>Der Kopf über alle fragenden Tokens</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Was behalten wird</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>SELECTED TOKEN</source>
        <translation>GEWÄHLTES TOKEN</translation>
    </message>
    <message>
        <source>LAYER AND HEAD</source>
        <translation>SCHICHT UND KOPF</translation>
    </message>
    <message>
        <source>HEADS</source>
        <translation>KÖPFE</translation>
    </message>
    <message>
        <source>DISTURBANCE</source>
        <translation>STÖRUNG</translation>
    </message>
    <message>
        <source>NUMBERS</source>
        <translation>ZAHLEN</translation>
    </message>
    <message>
        <source>MEMORY</source>
        <translation>SPEICHER</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keines</translation>
    </message>
    <message>
        <source>%1
Nothing is selected: the middle of the finest grid asks. A click in a map makes another token ask.</source>
        <translation>%1
Nichts ist gewählt: Die Mitte des feinsten Rasters fragt. Ein Klick in eine Karte lässt ein anderes Token fragen.</translation>
    </message>
    <message>
        <source>Layer %1 of 0 to %2</source>
        <translation>Schicht %1 von 0 bis %2</translation>
    </message>
    <message>
        <source>No layers yet</source>
        <translation>Noch keine Schichten</translation>
    </message>
    <message>
        <source>Mean of the heads</source>
        <translation>Mittel der Köpfe</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>Entropy %1 bits, mean distance %2 of the image&apos;s side</source>
        <translation>Entropie %1 Bit, mittlere Entfernung %2 der Bildseite</translation>
    </message>
    <message>
        <source>%1 of %2 records kept, %3 of at most %4. Maps are made when they are looked at.</source>
        <translation>%1 von %2 Aufzeichnungen behalten, %3 von höchstens %4. Karten entstehen, wenn sie angesehen werden.</translation>
    </message>
    <message>
        <source>Stopped; choose again to go on.</source>
        <translation>Angehalten; neu wählen, um weiterzumachen.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::AttentionRoom</name>
    <message>
        <source>This view shows who reads whom inside a model: as maps over the image, head by head, from level to level, against the declared mask, and against what really moves.</source>
        <translation>Diese Ansicht zeigt, wer in einem Modell wen liest: als Karten über dem Bild, Kopf für Kopf, von Stufe zu Stufe, gegen die erklärte Maske, und gegen das, was sich wirklich bewegt.</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>Kein Modell ist geöffnet</translation>
    </message>
    <message>
        <source>Open a model folder…</source>
        <translation>Modellordner öffnen…</translation>
    </message>
    <message>
        <source>No image is open</source>
        <translation>Kein Bild ist geöffnet</translation>
    </message>
    <message>
        <source>Open images…</source>
        <translation>Bilder öffnen…</translation>
    </message>
    <message>
        <source>This model has no attention to look at</source>
        <translation>Dieses Modell hat keine Aufmerksamkeit zum Ansehen</translation>
    </message>
    <message>
        <source>Its family has no transformer that this program can look into. The Pyramid and Latents views show what it has.</source>
        <translation>Seine Familie hat keinen Transformer, in den dieses Programm sehen kann. Die Ansichten Pyramide und Latente zeigen, was es hat.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Nothing that was computed is lost.</source>
        <translation>Nichts, was berechnet wurde, ist verloren.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Recording attention</source>
        <translation>Aufmerksamkeit wird aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::AuditPage</name>
    <message>
        <source>Audit of the mask</source>
        <translation>Prüfung der Maske</translation>
    </message>
    <message>
        <source>What the model declares against what was measured</source>
        <translation>Was das Modell erklärt, gegen das, was gemessen wurde</translation>
    </message>
    <message>
        <source>The outcome of the audit</source>
        <translation>Das Ergebnis der Prüfung</translation>
    </message>
    <message>
        <source>Picture (row) moved by tokens (column)</source>
        <translation>Bild (Zeile), bewegt von Tokens (Spalte)</translation>
    </message>
    <message>
        <source>⚠ leak %1</source>
        <translation>⚠ Leck %1</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>ungenutzt</translation>
    </message>
    <message>
        <source>Leak: the picture must not depend on these tokens, yet a pixel moved by %1.</source>
        <translation>Leck: Das Bild darf nicht von diesen Tokens abhängen, doch ein Pixel bewegte sich um %1.</translation>
    </message>
    <message>
        <source>The picture may depend on these tokens, but no pixel moved (%1).</source>
        <translation>Das Bild darf von diesen Tokens abhängen, doch kein Pixel bewegte sich (%1).</translation>
    </message>
    <message>
        <source>As declared: the picture depends on these tokens; a pixel moved by %1.</source>
        <translation>Wie erklärt: Das Bild hängt von diesen Tokens ab; ein Pixel bewegte sich um %1.</translation>
    </message>
    <message>
        <source>As declared: the picture does not depend on these tokens (%1).</source>
        <translation>Wie erklärt: Das Bild hängt nicht von diesen Tokens ab (%1).</translation>
    </message>
    <message>
        <source>All tokens of a level became noise, one level after the other; up to %1 counts as no change.</source>
        <translation>Alle Tokens einer Stufe wurden Rauschen, eine Stufe nach der anderen; bis %1 gilt als keine Änderung.</translation>
    </message>
    <message>
        <source>No leak: no picture moved that must not.</source>
        <translation>Kein Leck: Kein Bild bewegte sich, das es nicht darf.</translation>
    </message>
    <message>
        <source>Leaks: %1. A picture moved that must not.</source>
        <translation>Lecks: %1. Ein Bild bewegte sich, das es nicht darf.</translation>
    </message>
    <message>
        <source>Declared and not used: %1.</source>
        <translation>Erklärt und nicht genutzt: %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Auditing the mask…</source>
        <translation>Maske wird geprüft…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::BlockMapView</name>
    <message>
        <source>Attention over the image</source>
        <translation>Aufmerksamkeit über dem Bild</translation>
    </message>
    <message>
        <source>Each block has its own scale: its largest weight is yellow. A click makes a token the one that asks; so do the arrow keys with Alt.</source>
        <translation>Jeder Block hat seinen eigenen Maßstab: Sein größtes Gewicht ist gelb. Ein Klick lässt ein Token fragen, ebenso die Pfeiltasten mit Alt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · largest %2</source>
        <translation>%1 · größtes %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::BranchNode</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Show this branch at this step; Delete removes the branch</source>
        <translation>Diesen Zweig bei diesem Schritt zeigen; Entf entfernt den Zweig</translation>
    </message>
    <message>
        <source>A branch begins here.</source>
        <translation>Hier beginnt ein Zweig.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::BranchTree</name>
    <message>
        <source>Branches</source>
        <translation>Zweige</translation>
    </message>
    <message>
        <source>The arrow keys walk over the tree, Enter shows a branch, Delete removes it.</source>
        <translation>Die Pfeiltasten gehen über den Baum, Eingabe zeigt einen Zweig, Entf entfernt ihn.</translation>
    </message>
    <message>
        <source>A line that leaves the row is a branch; a click shows it</source>
        <translation>Eine Linie, die die Zeile verlässt, ist ein Zweig; ein Klick zeigt ihn</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::BusyPanel</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop this task</source>
        <translation>Diese Aufgabe anhalten</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CandidatePanel</name>
    <message>
        <source>Another code</source>
        <translation>Ein anderer Code</translation>
    </message>
    <message>
        <source>Any code of the codebook, also one that was unlikely</source>
        <translation>Jeder Code des Codebuchs, auch ein unwahrscheinlicher</translation>
    </message>
    <message>
        <source>Put it there</source>
        <translation>Einsetzen</translation>
    </message>
    <message>
        <source>Put this code there</source>
        <translation>Diesen Code einsetzen</translation>
    </message>
    <message>
        <source>Replace the token by this code, and go on behind its step as a branch</source>
        <translation>Das Token durch diesen Code ersetzen und hinter seinem Schritt als Zweig fortfahren</translation>
    </message>
    <message>
        <source>TOKEN</source>
        <translation>TOKEN</translation>
    </message>
    <message>
        <source>TOKEN %1</source>
        <translation>TOKEN %1</translation>
    </message>
    <message>
        <source>Click a token to see its code, how sure the generator was, and what could stand there instead.</source>
        <translation>Ein Klick auf ein Token zeigt seinen Code, wie sicher der Generator war und was sonst dort stehen könnte.</translation>
    </message>
    <message>
        <source>Not written yet.</source>
        <translation>Noch nicht geschrieben.</translation>
    </message>
    <message>
        <source>Code %1, written by %2.
Entropy %3: %4</source>
        <translation>Code %1, geschrieben von %2.
Entropie %3: %4</translation>
    </message>
    <message>
        <source>this step was changed by hand.</source>
        <translation>Dieser Schritt wurde von Hand geändert.</translation>
    </message>
    <message>
        <source>the likeliest codes were</source>
        <translation>Am wahrscheinlichsten waren</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CandidateRow</name>
    <message>
        <source>The code that stands there</source>
        <translation>Der Code, der dort steht</translation>
    </message>
    <message>
        <source>Put code %1 there, and go on behind its step as a branch</source>
        <translation>Code %1 einsetzen und hinter seinem Schritt als Zweig fortfahren</translation>
    </message>
    <message>
        <source>Code %1, %2</source>
        <translation>Code %1, %2</translation>
    </message>
    <message>
        <source>%1 · stands there</source>
        <translation>%1 · steht dort</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ChannelPage</name>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Correlation of the channels</source>
        <translation>Korrelation der Kanäle</translation>
    </message>
    <message>
        <source>Correlation of two channels: blue −1, white 0, red +1</source>
        <translation>Korrelation zweier Kanäle: blau −1, weiß 0, rot +1</translation>
    </message>
    <message>
        <source>Traversal</source>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>CORRELATION</source>
        <translation>KORRELATION</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Histogram of channel %1</source>
        <translation>Histogramm von Kanal %1</translation>
    </message>
    <message>
        <source>Strongest: channels %1 and %2, %3</source>
        <translation>Am stärksten: Kanäle %1 und %2, %3</translation>
    </message>
    <message>
        <source>No two channels vary together.</source>
        <translation>Keine zwei Kanäle ändern sich gemeinsam.</translation>
    </message>
    <message>
        <source>CHANNEL %1 MOVED EVERYWHERE BY SO MANY DEVIATIONS</source>
        <translation>KANAL %1 ÜBERALL UM SO VIELE STREUUNGEN VERSCHOBEN</translation>
    </message>
    <message>
        <source>%1 deviations</source>
        <translation>%1 Streuungen</translation>
    </message>
    <message>
        <source>It needs an image of A, and a model that decodes latents.</source>
        <translation>Dazu braucht es ein Bild von A und ein Modell, das Latents dekodiert.</translation>
    </message>
    <message>
        <source>The chosen channel is traversed below</source>
        <translation>Der gewählte Kanal wird unten durchlaufen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CheckpointFinder</name>
    <message>
        <source>Looking at files</source>
        <translation>Dateien werden durchgesehen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CleanLevels</name>
    <message>
        <source>Clean picture by level</source>
        <translation>Sauberes Bild je Ebene</translation>
    </message>
    <message>
        <source>What the step foretells, decoded at each level, coarse first; Left and Right or a click choose the level of the large picture</source>
        <translation>Was der Schritt vorhersagt, auf jeder Ebene dekodiert, die grobe zuerst; Links und Rechts oder ein Klick wählen die Ebene des großen Bildes</translation>
    </message>
    <message>
        <source>%1, level %2 of %3</source>
        <translation>%1, Ebene %2 von %3</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CloudView</name>
    <message>
        <source>Cloud</source>
        <translation>Wolke</translation>
    </message>
    <message>
        <source>Points of latent space in three dimensions: a drag turns them</source>
        <translation>Punkte des latenten Raums in drei Dimensionen: Ziehen dreht sie</translation>
    </message>
    <message>
        <source>The map in three dimensions needs OpenGL, and this display offers none; the 2-D map works without.</source>
        <translation>Die Karte in drei Dimensionen braucht OpenGL, und diese Anzeige bietet keines; die 2-D-Karte geht ohne.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CodeField</name>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Code %1: never used</source>
        <translation>Code %1: nie benutzt</translation>
    </message>
    <message>
        <source>%1 codes · brighter: used more · crosses: never used (%2)</source>
        <translation>%1 Codes · heller: öfter benutzt · Kreuze: nie benutzt (%2)</translation>
    </message>
    <message>
        <source>Code %1: used %2×</source>
        <translation>Code %1: %2× benutzt</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CodePanel</name>
    <message>
        <source>Nearest codes</source>
        <translation>Nächste Codes</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Gesellschaft</translation>
    </message>
    <message>
        <source>The picked code</source>
        <translation>Der gewählte Code</translation>
    </message>
    <message>
        <source>Images that hold the code, level by level</source>
        <translation>Bilder mit dem Code, Stufe für Stufe</translation>
    </message>
    <message>
        <source>What the code paints</source>
        <translation>Was der Code malt</translation>
    </message>
    <message>
        <source>NO CODE IS PICKED</source>
        <translation>KEIN CODE GEWÄHLT</translation>
    </message>
    <message>
        <source>Click a code, or go through them with the arrow keys: here stands where it occurs, what is near it, and what it paints.</source>
        <translation>Klicken Sie auf einen Code oder gehen Sie mit den Pfeiltasten durch: Hier steht, wo er vorkommt, was ihm nahe ist und was er malt.</translation>
    </message>
    <message>
        <source>CODE %1</source>
        <translation>CODE %1</translation>
    </message>
    <message>
        <source>%1, token %2</source>
        <translation>%1, Token %2</translation>
    </message>
    <message>
        <source>Nearest, with distance: %1</source>
        <translation>Am nächsten, mit Abstand: %1</translation>
    </message>
    <message>
        <source>Often in the same images, with lift: %1</source>
        <translation>Oft in denselben Bildern, mit Lift: %1</translation>
    </message>
    <message>
        <source>The current image does not have it.</source>
        <translation>Das aktuelle Bild hat ihn nicht.</translation>
    </message>
    <message>
        <source>What it paints at level %1, token %2</source>
        <translation>Was er auf Stufe %1, Token %2 malt</translation>
    </message>
    <message>
        <source>Every other token masked</source>
        <translation>Alle anderen Token maskiert</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>allein</translation>
    </message>
    <message>
        <source>The picture with it minus the picture with the mask token in its place: blue darker, red brighter, up to %1</source>
        <translation>Das Bild mit ihm minus das Bild mit dem Maskentoken an seiner Stelle: blau dunkler, rot heller, bis %1</translation>
    </message>
    <message>
        <source>what it moves</source>
        <translation>was er bewegt</translation>
    </message>
    <message>
        <source>Used %1× in %2 images</source>
        <translation>%1× in %2 Bildern benutzt</translation>
    </message>
    <message>
        <source>Level %1, %2: %3×</source>
        <translation>Stufe %1, %2: %3×</translation>
    </message>
    <message>
        <source>×%1 in %2 images</source>
        <translation>×%1 in %2 Bildern</translation>
    </message>
    <message>
        <source>The current image has it %1×; its tokens are selected.</source>
        <translation>Das aktuelle Bild hat ihn %1×; seine Token sind ausgewählt.</translation>
    </message>
    <message>
        <source>The picture with all tokens</source>
        <translation>Das Bild mit allen Token</translation>
    </message>
    <message>
        <source>in place</source>
        <translation>an seiner Stelle</translation>
    </message>
    <message>
        <source>Where it occurs, what is near it, and what it paints</source>
        <translation>Wo er vorkommt, was ihm nahe ist und was er malt</translation>
    </message>
    <message>
        <source>A link picks its code</source>
        <translation>Ein Link wählt seinen Code</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CodebookBar</name>
    <message>
        <source>Look of the codebook</source>
        <translation>Aussehen des Codebuchs</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Every code as a cell (G)</source>
        <translation>Jeder Code als Zelle (G)</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Every code where PCA lays its vector (M)</source>
        <translation>Jeder Code dort, wohin PCA seinen Vektor legt (M)</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>Encode the images and count their codes (Space)</source>
        <translation>Bilder kodieren und ihre Codes zählen (Leertaste)</translation>
    </message>
    <message>
        <source>By usage</source>
        <translation>Nach Nutzung</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Nach Nummer</translation>
    </message>
    <message>
        <source>By level</source>
        <translation>Nach Stufe</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Order of the grid: the most used first, by number, or by the level that a code occurs at most (O)</source>
        <translation>Reihenfolge des Rasters: das Meistbenutzte zuerst, nach Nummer oder nach der Stufe, auf der ein Code am öftesten vorkommt (O)</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Whose usage is shown (Ctrl+Up and Ctrl+Down)</source>
        <translation>Wessen Nutzung gezeigt wird (Strg+Auf und Strg+Ab)</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Whose codes are counted</source>
        <translation>Wessen Codes gezählt werden</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>How many images</source>
        <translation>Wie viele Bilder</translation>
    </message>
    <message>
        <source>How many images are encoded, from the first on</source>
        <translation>Wie viele Bilder kodiert werden, vom ersten an</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>A Folder of Images</source>
        <translation>Ein Ordner mit Bildern</translation>
    </message>
    <message>
        <source>A Data Set in One File</source>
        <translation>Ein Datensatz in einer Datei</translation>
    </message>
    <message>
        <source>The library&apos;s images</source>
        <translation>Die Bilder der Bibliothek</translation>
    </message>
    <message>
        <source>The demo&apos;s images</source>
        <translation>Die Bilder der Demo</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>IDX file…</source>
        <translation>IDX-Datei…</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CodebookBench</name>
    <message>
        <source>Counting codes</source>
        <translation>Codes werden gezählt</translation>
    </message>
    <message>
        <source>Reading the codebook&apos;s vectors</source>
        <translation>Vektoren des Codebuchs werden gelesen</translation>
    </message>
    <message>
        <source>Laying out the codebook</source>
        <translation>Codebuch wird ausgelegt</translation>
    </message>
    <message>
        <source>Measuring channels</source>
        <translation>Kanäle werden gemessen</translation>
    </message>
    <message>
        <source>Painting code %1</source>
        <translation>Code %1 wird gemalt</translation>
    </message>
    <message>
        <source>Traversing channel %1</source>
        <translation>Kanal %1 wird durchlaufen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CodebookPanel</name>
    <message>
        <source>Copy the numbers</source>
        <translation>Zahlen kopieren</translation>
    </message>
    <message>
        <source>Copy what differs</source>
        <translation>Abweichungen kopieren</translation>
    </message>
    <message>
        <source>The codebook&apos;s numbers</source>
        <translation>Die Zahlen des Codebuchs</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was abweicht</translation>
    </message>
    <message>
        <source>A AND B IN THIS IMAGE</source>
        <translation>A UND B IN DIESEM BILD</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>Kopieren…</translation>
    </message>
    <message>
        <source>Put the table on the clipboard, in one of three forms</source>
        <translation>Die Tabelle in die Zwischenablage legen, in einer von drei Formen</translation>
    </message>
    <message>
        <source>CHANNELS</source>
        <translation>KANÄLE</translation>
    </message>
    <message>
        <source>VOCABULARY</source>
        <translation>VOKABULAR</translation>
    </message>
    <message>
        <source>Stopped before the last image.</source>
        <translation>Vor dem letzten Bild angehalten.</translation>
    </message>
    <message>
        <source>Nothing was counted yet.</source>
        <translation>Noch wurde nichts gezählt.</translation>
    </message>
    <message>
        <source>%1 codes; %2 tokens, %3 images of %4.</source>
        <translation>%1 Codes; %2 Token, %3 Bilder aus %4.</translation>
    </message>
    <message>
        <source>%1 vectors, %2 images of %3.</source>
        <translation>%1 Vektoren, %2 Bilder aus %3.</translation>
    </message>
    <message>
        <source>Usage in all and per level, and which codes differ</source>
        <translation>Nutzung insgesamt und je Stufe, und welche Codes abweichen</translation>
    </message>
    <message>
        <source>The numbers can be selected; Copy… takes the whole table</source>
        <translation>Die Zahlen lassen sich auswählen; Kopieren… nimmt die ganze Tabelle</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CodebookRoom</name>
    <message>
        <source>The Demo&apos;s Images</source>
        <translation>Die Bilder der Demo</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>Kein Modell ist offen</translation>
    </message>
    <message>
        <source>This view shows every code of a vocabulary: how often it is used, where it occurs, and what it paints. Of models with a continuous latent it shows the channels.
Open or drop a model folder: one with config.json and model.safetensors.</source>
        <translation>Diese Ansicht zeigt jeden Code eines Vokabulars: wie oft er benutzt wird, wo er vorkommt und was er malt. Von Modellen mit stetigem Latent zeigt sie die Kanäle.
Öffnen Sie einen Modellordner oder ziehen Sie ihn hierher: einen mit config.json und model.safetensors.</translation>
    </message>
    <message>
        <source>Open a model folder…</source>
        <translation>Modellordner öffnen…</translation>
    </message>
    <message>
        <source>This model has no codes: its latent is continuous. The view measures its channels instead: mean, deviation, KL share, correlation, and what a channel does to the picture.</source>
        <translation>Dieses Modell hat keine Codes: Sein Latent ist stetig. Die Ansicht misst stattdessen seine Kanäle: Mittel, Streuung, KL-Anteil, Korrelation und was ein Kanal mit dem Bild macht.</translation>
    </message>
    <message>
        <source>The codes of many images are counted: which are used, which are dead, and how evenly. Choose the images in the bar above, or drop a folder of images or an IDX file on this view.</source>
        <translation>Die Codes vieler Bilder werden gezählt: welche benutzt werden, welche tot sind und wie gleichmäßig. Wählen Sie die Bilder in der Leiste darüber oder ziehen Sie einen Bilderordner oder eine IDX-Datei auf diese Ansicht.</translation>
    </message>
    <message>
        <source>Nothing was counted yet</source>
        <translation>Noch wurde nichts gezählt</translation>
    </message>
    <message>
        <source>Take the library&apos;s images</source>
        <translation>Die Bilder der Bibliothek nehmen</translation>
    </message>
    <message>
        <source>Take the demo&apos;s images</source>
        <translation>Die Bilder der Demo nehmen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Nothing was counted before it was stopped.</source>
        <translation>Bis zum Anhalten wurde nichts gezählt.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>Modell wird geöffnet</translation>
    </message>
    <message>
        <source>Encoding images</source>
        <translation>Bilder werden kodiert</translation>
    </message>
    <message>
        <source>Usage, sorted: level %1</source>
        <translation>Nutzung, sortiert: Stufe %1</translation>
    </message>
    <message>
        <source>Usage, sorted: all levels</source>
        <translation>Nutzung, sortiert: alle Stufen</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 von %2 Bildern</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ColorKey</name>
    <message>
        <source>Key of the colours</source>
        <translation>Farbschlüssel</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1, von %2 bis %3</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ColorsPanel</name>
    <message>
        <source>Names in the map</source>
        <translation>Namen in der Karte</translation>
    </message>
    <message>
        <source>COLOUR</source>
        <translation>FARBE</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>Farbe nach</translation>
    </message>
    <message>
        <source>What the colour of a point says</source>
        <translation>Was die Farbe eines Punktes sagt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Write each name at the middle of its points</source>
        <translation>Jeden Namen in die Mitte seiner Punkte schreiben</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CommandModel</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CommandPalette</name>
    <message>
        <source>No action matches</source>
        <translation>Keine passende Aktion</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Aktionen suchen</translation>
    </message>
    <message>
        <source>Type the name of an action</source>
        <translation>Namen einer Aktion eingeben</translation>
    </message>
    <message>
        <source>Name of an action</source>
        <translation>Name einer Aktion</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter runs the action, Escape closes</source>
        <translation>Hoch und Runter wählen aus, die Eingabetaste führt die Aktion aus, Esc schließt</translation>
    </message>
    <message>
        <source>Actions that match</source>
        <translation>Passende Aktionen</translation>
    </message>
    <message>
        <source>Click an action to run it</source>
        <translation>Ein Klick auf eine Aktion führt sie aus</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CommutationView</name>
    <message>
        <source>Z is the latent map, X the image, D the decoder and D_s the downsampling to scale s. In a good model the two orders agree (HieraTok, appendix B, equations 12 and 13).</source>
        <translation>Z ist die Latent-Karte, X das Bild, D der Decoder und D_s das Herunterskalieren auf die Skala s. In einem guten Modell stimmen die beiden Reihenfolgen überein (HieraTok, Anhang B, Gleichungen 12 und 13).</translation>
    </message>
    <message>
        <source>D(D_s(Z))  ·  decoded from the downsampled latent</source>
        <translation>D(D_s(Z))  ·  aus dem herunterskalierten Latent dekodiert</translation>
    </message>
    <message>
        <source>D_s(D(Z))  ·  the finest level, downsampled</source>
        <translation>D_s(D(Z))  ·  die feinste Stufe, herunterskaliert</translation>
    </message>
    <message>
        <source>D_s(X)  ·  the image, downsampled</source>
        <translation>D_s(X)  ·  das Bild, herunterskaliert</translation>
    </message>
    <message>
        <source>%1    D(D_s(Z)) ~ D_s(D(Z)) %2    D_s(D(Z)) ~ D_s(X) %3    D(D_s(Z)) ~ D_s(X) %4</source>
        <translation>%1    D(D_s(Z)) ~ D_s(D(Z)) %2    D_s(D(Z)) ~ D_s(X) %3    D(D_s(Z)) ~ D_s(X) %4</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CompareBar</name>
    <message>
        <source>A and B</source>
        <translation>A und B</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Show A alone (hold B to see B in its place)</source>
        <translation>A allein zeigen (B halten, um B dort zu sehen)</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>A and B beside each other, moved and zoomed together</source>
        <translation>A und B nebeneinander, gemeinsam verschoben und vergrößert</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>A and B over each other, with a line to drag between them</source>
        <translation>A und B übereinander, dazwischen eine Linie zum Ziehen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>A minus B, signed: red where A is brighter</source>
        <translation>A minus B, mit Vorzeichen: rot, wo A heller ist</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>A und B tauschen</translation>
    </message>
    <message>
        <source>Compare no longer</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>hold B to flip</source>
        <translation>Umschalten mit B</translation>
    </message>
    <message>
        <source>Another model on this image</source>
        <translation>Anderes Modell auf diesem Bild</translation>
    </message>
    <message>
        <source>Another image through this model</source>
        <translation>Anderes Bild durch dieses Modell</translation>
    </message>
    <message>
        <source>Open a second model or image first</source>
        <translation>Zuerst ein zweites Modell oder Bild öffnen</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen mit…</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>Vergleichen mit %1</translation>
    </message>
    <message>
        <source>Choose B: another model on this image, or another image</source>
        <translation>B wählen: ein anderes Modell auf diesem Bild oder ein anderes Bild</translation>
    </message>
    <message>
        <source>Show this model as B beside A; the arrow lists other models and images</source>
        <translation>Dieses Modell als B neben A zeigen; der Pfeil führt weitere Modelle und Bilder auf</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CompareView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1  ·  B: %2</source>
        <translation>%1  ·  B: %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ConfigModel</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CursorBar</name>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>The level that every view shows (Left and Right)</source>
        <translation>Die Stufe, die jede Ansicht zeigt (Links und Rechts)</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Play the levels, coarse to fine (P)</source>
        <translation>Die Stufen abspielen, von grob nach fein (P)</translation>
    </message>
    <message>
        <source>Play the levels</source>
        <translation>Die Stufen abspielen</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>The checkpoint of model A along its training (Ctrl+Left and Ctrl+Right); while Alt is held, of model B</source>
        <translation>Der Checkpoint von Modell A im Lauf seines Trainings (Strg+Links und Strg+Rechts); bei gehaltenem Alt der von Modell B</translation>
    </message>
    <message>
        <source>%1, no longer kept</source>
        <translation>%1, nicht mehr aufbewahrt</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>The step of the generation that is shown (Shift+Left and Shift+Right)</source>
        <translation>Der gezeigte Schritt der Erzeugung (Umschalt+Links und Umschalt+Rechts)</translation>
    </message>
    <message>
        <source>Play the steps</source>
        <translation>Schritte abspielen</translation>
    </message>
    <message>
        <source>Play the steps, first to last (Space in the Generate view)</source>
        <translation>Schritte vom ersten zum letzten abspielen (Leertaste in der Ansicht Erzeugen)</translation>
    </message>
    <message>
        <source>Play the checkpoints</source>
        <translation>Checkpoints abspielen</translation>
    </message>
    <message>
        <source>Play the checkpoints, each as soon as it is computed</source>
        <translation>Checkpoints abspielen, jeden, sobald er berechnet ist</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <translation>%1 von %2 · %3</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CurveChart</name>
    <message>
        <source>Move the mouse over the curves to read their values</source>
        <translation>Die Maus über die Kurven bewegen, um ihre Werte abzulesen</translation>
    </message>
    <message>
        <source>%1: %2 at %3</source>
        <translation>%1: %2 bei %3</translation>
    </message>
    <message>
        <source>No values yet</source>
        <translation>Noch keine Werte</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CurvePanel</name>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Values on a linear axis</source>
        <translation>Werte auf linearer Achse</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Values on a logarithmic axis; zero is left out</source>
        <translation>Werte auf logarithmischer Achse; null fehlt</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Over the steps of the training</source>
        <translation>Über den Schritten des Trainings</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Over the time that the training took</source>
        <translation>Über der Zeit, die das Training brauchte</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>How much of the mean before stays in each value</source>
        <translation>Wie viel vom Mittel davor in jedem Wert bleibt</translation>
    </message>
    <message>
        <source>Show or hide the metric %1</source>
        <translation>Die Größe %1 zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::DenoisingForm</name>
    <message>
        <source>Eta</source>
        <translation>Eta</translation>
    </message>
    <message>
        <source>Of ddim: how much noise comes in anew; 0: none</source>
        <translation>Für ddim: wie viel Rauschen neu hinzukommt; 0: keines</translation>
    </message>
    <message>
        <source>Guide from</source>
        <translation>Führung ab</translation>
    </message>
    <message>
        <source>Part of the way from noise (0) to the picture (1) where guidance begins</source>
        <translation>Teil des Weges vom Rauschen (0) zum Bild (1), an dem die Führung beginnt</translation>
    </message>
    <message>
        <source>Guide to</source>
        <translation>Führung bis</translation>
    </message>
    <message>
        <source>Part of the way where guidance ends</source>
        <translation>Teil des Weges, an dem die Führung endet</translation>
    </message>
    <message>
        <source>Hold clean maps within −1 and 1</source>
        <translation>Saubere Karten zwischen −1 und 1 halten</translation>
    </message>
    <message>
        <source>Guide three channels only</source>
        <translation>Nur drei Kanäle führen</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>How a step goes from one noise to the next</source>
        <translation>Wie ein Schritt von einem Rauschen zum nächsten geht</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>From noise to the picture; branches keep those of their parent</source>
        <translation>Vom Rauschen zum Bild; Zweige behalten die ihres Ursprungs</translation>
    </message>
    <message>
        <source>As the official code&apos;s clip_denoised; latents of most tokenizers are not within −1 and 1</source>
        <translation>Wie clip_denoised im offiziellen Code; die Latents der meisten Tokenizer liegen nicht zwischen −1 und 1</translation>
    </message>
    <message>
        <source>As the official code, which was made for latents of four channels</source>
        <translation>Wie der offizielle Code, der für Latents mit vier Kanälen gemacht ist</translation>
    </message>
    <message>
        <source>Noise over the steps</source>
        <translation>Rauschen über die Schritte</translation>
    </message>
    <message>
        <source>How much of the map is noise before each step, as a standard deviation</source>
        <translation>Wie viel der Karte vor jedem Schritt Rauschen ist, als Standardabweichung</translation>
    </message>
    <message>
        <source>DENOISING</source>
        <translation>ENTRAUSCHEN</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>Begrenzen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Desktop</name>
    <message>
        <source>A training is running</source>
        <translation>Ein Training läuft</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::DifferenceMaker</name>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::DockTitle</name>
    <message>
        <source>Float or dock the panel %1</source>
        <translation>Die Leiste %1 lösen oder andocken</translation>
    </message>
    <message>
        <source>Close the panel %1; the Window menu opens it again</source>
        <translation>Die Leiste %1 schließen; das Menü Fenster öffnet sie wieder</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::EvaluationBench</name>
    <message>
        <source>Evaluating images</source>
        <translation>Bilder werden ausgewertet</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>The sheet compares A and B: choose a model B first, and wait until both are open.</source>
        <translation>Das Blatt vergleicht A und B: Wählen Sie zuerst ein Modell B und warten Sie, bis beide geöffnet sind.</translation>
    </message>
    <message>
        <source>Comparison sheet</source>
        <translation>Vergleichsblatt</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::EvaluationWindow</name>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Measure model A on these images</source>
        <translation>Modell A auf diesen Bildern messen</translation>
    </message>
    <message>
        <source>Figures of the set</source>
        <translation>Zahlen der Menge</translation>
    </message>
    <message>
        <source>Figures of each level</source>
        <translation>Zahlen jeder Stufe</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>Zahlen jeder Klasse</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Write evaluation.json and tables into a folder</source>
        <translation>evaluation.json und Tabellen in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the table that is shown</source>
        <translation>Die gezeigte Tabelle kopieren</translation>
    </message>
    <message>
        <source>Comparison Sheet…</source>
        <translation>Vergleichsblatt …</translation>
    </message>
    <message>
        <source>Measure A and B on these images and save pictures with numbers</source>
        <translation>A und B auf diesen Bildern messen und Bilder mit Zahlen speichern</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Model A</source>
        <translation>Modell A</translation>
    </message>
    <message>
        <source>The library&apos;s images</source>
        <translation>Die Bilder der Bibliothek</translation>
    </message>
    <message>
        <source>Whose reconstructions are measured</source>
        <translation>Wessen Rekonstruktionen gemessen werden</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>How many images</source>
        <translation>Wie viele Bilder</translation>
    </message>
    <message>
        <source>How many images from the first on</source>
        <translation>Wie viele Bilder vom ersten an</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>Einen Ordner mit Bildern wählen</translation>
    </message>
    <message>
        <source>LPIPS…</source>
        <translation>LPIPS …</translation>
    </message>
    <message>
        <source>Choose a file of LPIPS weights</source>
        <translation>Eine Datei mit LPIPS-Gewichten wählen</translation>
    </message>
    <message>
        <source>LPIPS Weights</source>
        <translation>LPIPS-Gewichte</translation>
    </message>
    <message>
        <source>Inception…</source>
        <translation>Inception …</translation>
    </message>
    <message>
        <source>Choose the weights of the Inception that FID is defined by</source>
        <translation>Die Gewichte der Inception wählen, durch die FID festgelegt ist</translation>
    </message>
    <message>
        <source>Inception Weights</source>
        <translation>Inception-Gewichte</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>The level whose figures the table shows</source>
        <translation>Die Stufe, deren Zahlen die Tabelle zeigt</translation>
    </message>
    <message>
        <source>Figures of each image</source>
        <translation>Zahlen jedes Bildes</translation>
    </message>
    <message>
        <source>Pick a row to show the image; a heading sorts</source>
        <translation>Eine Zeile wählen zeigt das Bild; eine Überschrift sortiert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The work goes on</source>
        <translation>Die Arbeit geht weiter</translation>
    </message>
    <message>
        <source>A Folder of Images</source>
        <translation>Ein Ordner mit Bildern</translation>
    </message>
    <message>
        <source>A Folder for the Tables</source>
        <translation>Ein Ordner für die Tabellen</translation>
    </message>
    <message>
        <source>none is open</source>
        <translation>keines ist geöffnet</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Measures model A&apos;s reconstructions: press Evaluate. Every number keeps how it was made.</source>
        <translation>Misst die Rekonstruktionen von Modell A: Drücken Sie „Auswerten“. Jede Zahl behält, wie sie entstanden ist.</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>Das Modell wird geöffnet</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 von %2 Bildern</translation>
    </message>
    <message>
        <source>, stopped before the end</source>
        <translation>, vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>%1: %2 images%3</source>
        <translation>%1: %2 Bilder%3</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ExportDialog</name>
    <message>
        <source>What to save</source>
        <translation>Was gespeichert wird</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>Dieses Bild</translation>
    </message>
    <message>
        <source>What is shown large, at its own pixels or enlarged</source>
        <translation>Was groß gezeigt wird, in seinen eigenen Pixeln oder vergrößert</translation>
    </message>
    <message>
        <source>Whole ladder</source>
        <translation>Ganze Leiter</translation>
    </message>
    <message>
        <source>Every level with its residual and figures, as one picture</source>
        <translation>Jede Stufe mit Residuum und Zahlen, als ein Bild</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>The PNG carries its recipe: dropped on the window it brings this view back.</source>
        <translation>Das PNG enthält sein Rezept: auf das Fenster gezogen, bringt es diese Ansicht zurück.</translation>
    </message>
    <message>
        <source>Choose a file and save the picture there</source>
        <translation>Eine Datei wählen und das Bild dort speichern</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Das Bild speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>× its pixels</source>
        <translation>× Pixelgröße</translation>
    </message>
    <message>
        <source>Every pixel becomes a square of so many</source>
        <translation>Jedes Pixel wird ein Quadrat aus so vielen</translation>
    </message>
    <message>
        <source> px wide</source>
        <translation> px breit</translation>
    </message>
    <message>
        <source>Width of the whole figure</source>
        <translation>Breite der ganzen Abbildung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colours of the figure</source>
        <translation>Farben der Abbildung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Enlargement</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>Width of the figure</source>
        <translation>Breite der Abbildung</translation>
    </message>
    <message>
        <source>PNG, %1 × %2 pixels</source>
        <translation>PNG, %1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Save the Picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Exporter</name>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Copying the provenance</source>
        <translation>Herkunft wird kopiert</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::FactsTable</name>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>A − B</source>
        <translation>A − B</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Filmstrip</name>
    <message>
        <source>Images of the library</source>
        <translation>Bilder der Bibliothek</translation>
    </message>
    <message>
        <source>Left and Right choose the image of A.</source>
        <translation>Links und Rechts wählen das Bild von A.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::FilmstripDelegate</name>
    <message>
        <source>%1
The file is not there.</source>
        <translation>%1
Die Datei ist nicht da.</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GenerateBar</name>
    <message>
        <source>Take a random seed (Ctrl+R)</source>
        <translation>Einen zufälligen Startwert nehmen (Strg+R)</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Begin with these settings and go through all steps (Ctrl+Return)</source>
        <translation>Mit diesen Einstellungen beginnen und alle Schritte gehen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>One step on (N)</source>
        <translation>Einen Schritt weiter (N)</translation>
    </message>
    <message>
        <source>Play: compute the steps that are missing, or go through them again (Space)</source>
        <translation>Abspielen: fehlende Schritte berechnen oder sie noch einmal durchgehen (Leertaste)</translation>
    </message>
    <message>
        <source>Stop; what is there stays (Space)</source>
        <translation>Anhalten; was da ist, bleibt (Leertaste)</translation>
    </message>
    <message>
        <source>Begin again at the end (L)</source>
        <translation>Am Ende von vorn beginnen (L)</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>Hier verzweigen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Save this step, all steps as a strip, or an animation (Ctrl+E)</source>
        <translation>Diesen Schritt, alle Schritte als Streifen oder eine Animation speichern (Strg+E)</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Zufälliger Startwert</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>The class to generate: type a part of its name or its number</source>
        <translation>Die Klasse, die erzeugt wird: einen Teil ihres Namens oder ihre Nummer eingeben</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed and settings give the same image</source>
        <translation>Gleicher Startwert und gleiche Einstellungen geben das gleiche Bild</translation>
    </message>
    <message>
        <source>Grid of seeds</source>
        <translation>Startwerte im Raster</translation>
    </message>
    <message>
        <source>So many seeds at once as a grid; 1 shows one picture large</source>
        <translation>So viele Startwerte zugleich als Raster; 1 zeigt ein Bild groß</translation>
    </message>
    <message>
        <source>End lock step</source>
        <translation>Gleichschritt beenden</translation>
    </message>
    <message>
        <source>Lock step…</source>
        <translation>Gleichschritt…</translation>
    </message>
    <message>
        <source>Lock step with %1</source>
        <translation>Gleichschritt mit %1</translation>
    </message>
    <message>
        <source>Show A alone again; nothing that was computed is lost (Ctrl+J)</source>
        <translation>Wieder A allein zeigen; nichts Berechnetes geht verloren (Strg+J)</translation>
    </message>
    <message>
        <source>Open a second generator first, such as an AR one</source>
        <translation>Zuerst einen zweiten Generator öffnen, etwa einen AR-Generator</translation>
    </message>
    <message>
        <source>Run this generator as B beside A, step by step: steps and time (Ctrl+J)</source>
        <translation>Diesen Generator als B neben A laufen lassen, Schritt für Schritt: Schritte und Zeit (Strg+J)</translation>
    </message>
    <message>
        <source>Move the step cursor back first: behind the last step there is nothing to go on</source>
        <translation>Zuerst den Schrittzeiger zurücksetzen: Hinter dem letzten Schritt geht es nicht weiter</translation>
    </message>
    <message>
        <source>Go on behind the step under the cursor with these settings; unchanged ones get the next seed (Ctrl+B)</source>
        <translation>Hinter dem Schritt am Zeiger mit diesen Einstellungen fortfahren; unveränderte erhalten den nächsten Startwert (Strg+B)</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GenerateRoom</name>
    <message>
        <source>TOKENS BY LEVEL</source>
        <translation>TOKEN JE STUFE</translation>
    </message>
    <message>
        <source>BRANCHES</source>
        <translation>ZWEIGE</translation>
    </message>
    <message>
        <source>No generator is open</source>
        <translation>Kein Generator ist geöffnet</translation>
    </message>
    <message>
        <source>Open the generator demo</source>
        <translation>Generator-Demo öffnen</translation>
    </message>
    <message>
        <source>Open a model folder…</source>
        <translation>Modellordner öffnen…</translation>
    </message>
    <message>
        <source>Mend the file and drop it again, or choose another in the library.</source>
        <translation>Die Datei in Ordnung bringen und erneut hierher ziehen oder in der Bibliothek eine andere wählen.</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The generator was not opened.</source>
        <translation>Der Generator wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>%1/%2 steps · %3</source>
        <translation>%1/%2 Schritte · %3</translation>
    </message>
    <message>
        <source>after step %1 of %2 · %3 of %4 tokens · %5</source>
        <translation>nach Schritt %1 von %2 · %3 von %4 Token · %5</translation>
    </message>
    <message>
        <source>Choose a class and press Generate (Ctrl+Return)</source>
        <translation>Eine Klasse wählen und Erzeugen drücken (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>The first step is on its way</source>
        <translation>Der erste Schritt wird berechnet</translation>
    </message>
    <message>
        <source>Nothing is generated yet</source>
        <translation>Noch ist nichts erzeugt</translation>
    </message>
    <message>
        <source>Entropy, bit</source>
        <translation>Entropie, Bit</translation>
    </message>
    <message>
        <source>How unsure the generator was of a token; at the bright end all %1 codes were equally likely</source>
        <translation>Wie unsicher der Generator bei einem Token war; am hellen Ende waren alle %1 Codes gleich wahrscheinlich</translation>
    </message>
    <message>
        <source>This view shows how a generator writes an image step by step, coarse to fine: the picture after each step, every code with its runners-up, and branches from any step.
Open or drop a model folder of the family gpt or dit; its tokenizer is opened with it.</source>
        <translation>Diese Ansicht zeigt, wie ein Generator ein Bild Schritt für Schritt schreibt, von grob nach fein: das Bild nach jedem Schritt, jeden Code mit seinen Nächstplatzierten und Zweige ab jedem Schritt.
Öffnen Sie einen Modellordner der Familie gpt oder dit, oder ziehen Sie ihn herein; sein Tokenizer wird mit geöffnet.</translation>
    </message>
    <message>
        <source>after step %1 of %2 · %3 before it · %4</source>
        <translation>nach Schritt %1 von %2 · davor %3 · %4</translation>
    </message>
    <message>
        <source>CLEAN PICTURE BY LEVEL</source>
        <translation>SAUBERES BILD JE EBENE</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GenerationBench</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GenerationExportDialog</name>
    <message>
        <source>What to save</source>
        <translation>Was gespeichert wird</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>Dieses Bild</translation>
    </message>
    <message>
        <source>What is shown large, at its own pixels or enlarged</source>
        <translation>Was groß gezeigt wird, in seinen eigenen Pixeln oder vergrößert</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>Alle Schritte</translation>
    </message>
    <message>
        <source>Every step with its number and tokens, as one picture</source>
        <translation>Jeder Schritt mit Nummer und Token, als ein Bild</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>The steps one after the other, as an animated PNG</source>
        <translation>Die Schritte nacheinander, als animiertes PNG</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>The PNG carries its recipe: dropped on the window it brings this generation back.</source>
        <translation>Das PNG trägt sein Rezept: Auf das Fenster gezogen bringt es diese Erzeugung zurück.</translation>
    </message>
    <message>
        <source>Choose a file and save the picture there</source>
        <translation>Eine Datei wählen und das Bild dort speichern</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Das Bild speichern</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>× its pixels</source>
        <translation>× Pixelgröße</translation>
    </message>
    <message>
        <source>Every pixel becomes a square of so many</source>
        <translation>Jedes Pixel wird ein Quadrat aus so vielen</translation>
    </message>
    <message>
        <source>Enlargement</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source> ms a step</source>
        <translation> ms je Schritt</translation>
    </message>
    <message>
        <source>How long each step is shown</source>
        <translation>Wie lange jeder Schritt gezeigt wird</translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation>Zeit eines Schritts</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colours of the figure</source>
        <translation>Farben der Abbildung</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Animated PNG, %1 × %2 pixels, %3 steps</source>
        <translation>Animiertes PNG, %1 × %2 Pixel, %3 Schritte</translation>
    </message>
    <message>
        <source>PNG, %1 × %2 pixels</source>
        <translation>PNG, %1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Save the Picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GenerationExporter</name>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GenerationOpener</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Settings of a DiT</source>
        <translation>Einstellungen eines DiT</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GeneratorShelf</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GuidanceCurve</name>
    <message>
        <source>Guidance over the steps</source>
        <translation>Guidance über die Schritte</translation>
    </message>
    <message>
        <source>The scale that pulls each step towards the class; 1 is no guidance</source>
        <translation>Die Stärke, die jeden Schritt zur Klasse zieht; 1 ist keine Guidance</translation>
    </message>
    <message>
        <source>step 1</source>
        <translation>Schritt 1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::HeadGrid</name>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>A small map of the token&apos;s attention in each head, with the head&apos;s entropy in bits and its mean distance in sides of the image. A click chooses a head; so do the arrow keys with Alt.</source>
        <translation>Eine kleine Karte der Aufmerksamkeit des Tokens in jedem Kopf, mit der Entropie des Kopfes in Bit und seiner mittleren Entfernung in Bildseiten. Ein Klick wählt einen Kopf, ebenso die Pfeiltasten mit Alt.</translation>
    </message>
    <message>
        <source>%1: entropy %2 bits, mean distance %3 of the image&apos;s side</source>
        <translation>%1: Entropie %2 Bit, mittlere Entfernung %3 der Bildseite</translation>
    </message>
    <message>
        <source>L%1 H%2</source>
        <translation>S%1 K%2</translation>
    </message>
    <message>
        <source>%1 b · %2</source>
        <translation>%1 b · %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::HeadsPage</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Entropy, bits</source>
        <translation>Entropie, Bit</translation>
    </message>
    <message>
        <source>Distance, sides</source>
        <translation>Entfernung, Seiten</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::HierarchyView</name>
    <message>
        <source>Image tokens at the end of the encoder, coloured by their first three principal components. Above: what each hierarchy holds, which is what the coarser ones left. Below: it and all coarser ones together.</source>
        <translation>Bild-Token am Ende des Encoders, gefärbt nach ihren ersten drei Hauptkomponenten. Oben: was jede Hierarchie enthält, nämlich was die gröberen übrig ließen. Unten: sie und alle gröberen zusammen.</translation>
    </message>
    <message>
        <source>This model&apos;s encoder merges no image tokens, so that it has no hierarchies to show.</source>
        <translation>Der Encoder dieses Modells fasst keine Bild-Token zusammen; es gibt keine Hierarchien zu zeigen.</translation>
    </message>
    <message>
        <source>%1 × %2 tokens</source>
        <translation>%1 × %2 Token</translation>
    </message>
    <message>
        <source>the coarsest alone</source>
        <translation>die gröbste allein</translation>
    </message>
    <message>
        <source>sum up to %1 tokens</source>
        <translation>Summe bis %1 Token</translation>
    </message>
    <message>
        <source>Mean length of the token vectors: %1</source>
        <translation>Mittlere Länge der Token-Vektoren: %1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::HintBar</name>
    <message>
        <source>Drop an image or a model here. Left and Right move the level; with a second model, hold B to flip to it. Ctrl+K finds any action.</source>
        <translation>Ein Bild oder Modell hierher ziehen. Links und Rechts wechseln die Stufe; bei einem zweiten Modell B halten, um zu ihm umzuschalten. Strg+K findet jede Aktion.</translation>
    </message>
    <message>
        <source>Hide this hint</source>
        <translation>Diesen Hinweis ausblenden</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ImageShelf</name>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ImageView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drag to move, wheel to zoom, F to fit, 1 for true pixels; where tokens are shown, Alt with the arrow keys moves over them and Space selects</source>
        <translation>Ziehen verschiebt, das Mausrad zoomt, F zeigt das ganze Bild, 1 echte Pixel; wo Tokens gezeigt werden, wandert Alt mit den Pfeiltasten über sie, und die Leertaste wählt aus</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::InfluencePage</name>
    <message>
        <source>%1 · %2, token %3: %4</source>
        <translation>%1 · %2, Token %3: %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::InfluenceRow</name>
    <message>
        <source>Pixels that moved</source>
        <translation>Pixel, die sich bewegten</translation>
    </message>
    <message>
        <source>Cells that moved</source>
        <translation>Zellen, die sich bewegten</translation>
    </message>
    <message>
        <source>Attention of the token&apos;s readers</source>
        <translation>Aufmerksamkeit derer, die das Token lesen</translation>
    </message>
    <message>
        <source>Spearman&apos;s rank correlation over the cells of this level</source>
        <translation>Rangkorrelation nach Spearman über die Zellen dieser Stufe</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Es wird gemessen …</translation>
    </message>
    <message>
        <source>Pixels that moved, at most %1</source>
        <translation>Pixel, die sich bewegten, höchstens %1</translation>
    </message>
    <message>
        <source>No tokens of this layer stand at these cells.</source>
        <translation>Keine Tokens dieser Schicht stehen an diesen Zellen.</translation>
    </message>
    <message>
        <source>Who reads it: %1</source>
        <translation>Wer es liest: %1</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>largest change</source>
        <translation>größte Änderung</translation>
    </message>
    <message>
        <source>Spearman</source>
        <translation>Spearman</translation>
    </message>
    <message>
        <source>The largest change of a pixel of this level&apos;s picture</source>
        <translation>Die größte Änderung eines Pixels im Bild dieser Stufe</translation>
    </message>
    <message>
        <source>Rank correlation of attention and change</source>
        <translation>Rangkorrelation von Aufmerksamkeit und Änderung</translation>
    </message>
    <message>
        <source>%1 · agreement %2
%3</source>
        <translation>%1 · Übereinstimmung %2
%3</translation>
    </message>
    <message>
        <source>Nothing moves in this picture: it does not depend on the token.</source>
        <translation>In diesem Bild bewegt sich nichts: Es hängt nicht von dem Token ab.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::InspectorPanel</name>
    <message>
        <source>THIS LEVEL</source>
        <translation>DIESE STUFE</translation>
    </message>
    <message>
        <source>UNDER THE MOUSE</source>
        <translation>UNTER DER MAUS</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>BILD</translation>
    </message>
    <message>
        <source>MODEL A</source>
        <translation>MODELL A</translation>
    </message>
    <message>
        <source>MODEL B</source>
        <translation>MODELL B</translation>
    </message>
    <message>
        <source>Copy provenance</source>
        <translation>Herkunft kopieren</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Selection, level, image and models in numbers</source>
        <translation>Auswahl, Stufe, Bild und Modelle in Zahlen</translation>
    </message>
    <message>
        <source>Copy how this picture was made: hashes, options, seed and view, as JSON</source>
        <translation>Kopieren, wie dieses Bild entstand: Hashes, Optionen, Startwert und Ansicht, als JSON</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LadderView</name>
    <message>
        <source>Ladder of levels</source>
        <translation>Leiter der Stufen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentBar</name>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>2-D</source>
        <translation>2-D</translation>
    </message>
    <message>
        <source>A map in the plane</source>
        <translation>Eine Karte in der Ebene</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>3-D</translation>
    </message>
    <message>
        <source>A cloud in space; drag turns it</source>
        <translation>Eine Wolke im Raum; Ziehen dreht sie</translation>
    </message>
    <message>
        <source>Look of the map</source>
        <translation>Aussehen der Karte</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>A disc for each token (S)</source>
        <translation>Eine Scheibe für jedes Token (S)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>What the tokens show, as many as do not overlap (I)</source>
        <translation>Was die Tokens zeigen, so viele sich nicht überdecken (I)</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>How densely they lie, with contours (D)</source>
        <translation>Wie dicht sie liegen, mit Höhenlinien (D)</translation>
    </message>
    <message>
        <source>The same points from the start with the next seed (Ctrl+R)</source>
        <translation>Dieselben Punkte von vorn mit dem nächsten Startwert (Strg+R)</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Go on for %1 iterations more</source>
        <translation>%1 Schritte weiterrechnen</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Let the cloud turn by itself</source>
        <translation>Die Wolke von selbst drehen lassen</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>The map of A alone</source>
        <translation>Nur die Karte von A</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>A and B beside each other: one camera, one selection</source>
        <translation>A und B nebeneinander: eine Kamera, eine Auswahl</translation>
    </message>
    <message>
        <source>Morph</source>
        <translation>Übergang</translation>
    </message>
    <message>
        <source>One map: the points of B go from where A has them</source>
        <translation>Eine Karte: Die Punkte von B kommen von dort, wo A sie hat</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>More iterations</source>
        <translation>Mehr Schritte</translation>
    </message>
    <message>
        <source>From A to B</source>
        <translation>Von A nach B</translation>
    </message>
    <message>
        <source>Left: where A has the points, right: where B has them</source>
        <translation>Links: wo A die Punkte hat, rechts: wo B sie hat</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>A drag moves the map, a click selects a point</source>
        <translation>Ziehen bewegt die Karte, ein Klick wählt einen Punkt</translation>
    </message>
    <message>
        <source>A drag selects a rectangle; Shift adds, Ctrl takes away</source>
        <translation>Ziehen wählt ein Rechteck; Umschalt fügt hinzu, Strg nimmt weg</translation>
    </message>
    <message>
        <source>A drag selects what it goes around; Shift adds, Ctrl takes away</source>
        <translation>Ziehen wählt, was es umrundet; Umschalt fügt hinzu, Strg nimmt weg</translation>
    </message>
    <message>
        <source>A drag selects what it touches; Shift adds, Ctrl takes away</source>
        <translation>Ziehen wählt, was es berührt; Umschalt fügt hinzu, Strg nimmt weg</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Make the map</source>
        <translation>Karte machen</translation>
    </message>
    <message>
        <source>Pause; the map stays as it is (Space)</source>
        <translation>Pause; die Karte bleibt, wie sie ist (Leertaste)</translation>
    </message>
    <message>
        <source>The map is finished: change something, or add iterations</source>
        <translation>Die Karte ist fertig: etwas ändern oder weitere Schritte rechnen</translation>
    </message>
    <message>
        <source>Gather the points and lay them out (Space)</source>
        <translation>Die Punkte sammeln und auslegen (Leertaste)</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentBench</name>
    <message>
        <source>Finding the neighbours of a point</source>
        <translation>Die Nachbarn eines Punktes werden gesucht</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Encoding images for the map</source>
        <translation>Bilder werden für die Karte kodiert</translation>
    </message>
    <message>
        <source>Laying out the map</source>
        <translation>Die Karte wird ausgelegt</translation>
    </message>
    <message>
        <source>Finding the neighbours of every point</source>
        <translation>Die Nachbarn jedes Punktes werden gesucht</translation>
    </message>
    <message>
        <source>Laying map B on map A</source>
        <translation>Karte B wird auf Karte A gelegt</translation>
    </message>
    <message>
        <source>Measuring the density of the map</source>
        <translation>Die Dichte der Karte wird gemessen</translation>
    </message>
    <message>
        <source>Comparing neighbours in the map</source>
        <translation>Nachbarn in der Karte werden verglichen</translation>
    </message>
    <message>
        <source>Drawing the density</source>
        <translation>Die Dichte wird gezeichnet</translation>
    </message>
    <message>
        <source>Decoding the images of the map</source>
        <translation>Die Bilder der Karte werden dekodiert</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentExporter</name>
    <message>
        <source>Export Points</source>
        <translation>Punkte exportieren</translation>
    </message>
    <message>
        <source>Safetensors (*.safetensors)</source>
        <translation>Safetensors (*.safetensors)</translation>
    </message>
    <message>
        <source>NumPy (*.npz)</source>
        <translation>NumPy (*.npz)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentPanel</name>
    <message>
        <source>The map&apos;s settings and numbers</source>
        <translation>Einstellungen und Zahlen der Karte</translation>
    </message>
    <message>
        <source>Points, layout, uniformity, colours and selection</source>
        <translation>Punkte, Auslegung, Gleichmäßigkeit, Farben und Auswahl</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentRoom</name>
    <message>
        <source>The Demo&apos;s Images</source>
        <translation>Die Bilder der Demo</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>Kein Modell ist geöffnet</translation>
    </message>
    <message>
        <source>This view lays out latent vectors of many images as a map, and measures how evenly they are spread.
Open or drop a model folder: one with config.json and model.safetensors.</source>
        <translation>Diese Ansicht legt latente Vektoren vieler Bilder als Karte aus und misst, wie gleichmäßig sie verteilt sind.
Öffnen Sie einen Modellordner oder ziehen Sie ihn hierher: einen mit config.json und model.safetensors.</translation>
    </message>
    <message>
        <source>Open a model folder…</source>
        <translation>Modellordner öffnen…</translation>
    </message>
    <message>
        <source>No map yet</source>
        <translation>Noch keine Karte</translation>
    </message>
    <message>
        <source>This view lays out latent vectors as a map that grows while you watch: each point leads back to its pixels, and the numbers beside it say how evenly the points are spread.
Choose the points in the panel at the right, or drop a folder of images or an IDX file on this view.</source>
        <translation>Diese Ansicht legt latente Vektoren als Karte aus, die wächst, während Sie zusehen: Jeder Punkt führt zu seinen Pixeln zurück, und die Zahlen daneben sagen, wie gleichmäßig die Punkte verteilt sind.
Wählen Sie die Punkte in der Leiste rechts, oder ziehen Sie einen Ordner mit Bildern oder eine IDX-Datei auf diese Ansicht.</translation>
    </message>
    <message>
        <source>Map the library&apos;s images</source>
        <translation>Bilder der Bibliothek auslegen</translation>
    </message>
    <message>
        <source>Map the demo&apos;s images</source>
        <translation>Bilder der Demo auslegen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>What was gathered so far is kept; it goes on from there.</source>
        <translation>Was bisher gesammelt wurde, bleibt; von dort geht es weiter.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 von %2 Bildern</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentStage</name>
    <message>
        <source>Map of A</source>
        <translation>Karte von A</translation>
    </message>
    <message>
        <source>Map of B</source>
        <translation>Karte von B</translation>
    </message>
    <message>
        <source>Cloud of A</source>
        <translation>Wolke von A</translation>
    </message>
    <message>
        <source>Cloud of B</source>
        <translation>Wolke von B</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentStudy</name>
    <message>
        <source>The model is no longer open.</source>
        <translation>Das Modell ist nicht mehr geöffnet.</translation>
    </message>
    <message>
        <source>Encoding images for seed %1</source>
        <translation>Bilder werden für Startwert %1 kodiert</translation>
    </message>
    <message>
        <source>Laying out the map of seed %1</source>
        <translation>Die Karte mit Startwert %1 wird ausgelegt</translation>
    </message>
    <message>
        <source>Measuring the map of seed %1</source>
        <translation>Die Karte mit Startwert %1 wird gemessen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentSubsets</name>
    <message>
        <source>Subset %1</source>
        <translation>Teilmenge %1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LevelCard</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>SSIM %1</source>
        <translation>SSIM %1</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 Werte</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bits</translation>
    </message>
    <message>
        <source>%1, PSNR %2, %3, %4 so far</source>
        <translation>%1, PSNR %2, %3, %4 bisher</translation>
    </message>
    <message>
        <source>, the other side %1</source>
        <translation>, andere Seite %1</translation>
    </message>
    <message>
        <source>%1: %2, %3 × %4 pixels
PSNR %5 and %6 against the full image; PSNR %7 against the image at this size
%8 so far. Left: what this level reconstructs. Right: what it added.</source>
        <translation>%1: %2, %3 × %4 Pixel
PSNR %5 und %6 gegen das volle Bild; PSNR %7 gegen das Bild in dieser Größe
%8 bisher. Links: was diese Stufe rekonstruiert. Rechts: was sie hinzufügte.</translation>
    </message>
    <message>
        <source>SSIM 0.00</source>
        <translation>SSIM 0.00</translation>
    </message>
    <message>
        <source>coarsest</source>
        <translation>gröbste</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>no such level</source>
        <translation>Stufe fehlt</translation>
    </message>
    <message>
        <source>A − B %1</source>
        <translation>A − B %1</translation>
    </message>
    <message>
        <source>16 × 16</source>
        <translation>16 × 16</translation>
    </message>
    <message>
        <source>256 tokens</source>
        <translation>256 Tokens</translation>
    </message>
    <message>
        <source>Scale 16 × 16</source>
        <translation>Skala 16 × 16</translation>
    </message>
    <message>
        <source>First %1</source>
        <translation>Erste %1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LibraryDelegate</name>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht verwendbar</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LibraryPanel</name>
    <message>
        <source>MODELS</source>
        <translation>MODELLE</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>Einen Modellordner öffnen</translation>
    </message>
    <message>
        <source>IMAGES</source>
        <translation>BILDER</translation>
    </message>
    <message>
        <source>Open images</source>
        <translation>Bilder öffnen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Sort the images</source>
        <translation>Die Bilder sortieren</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Worst PSNR first</source>
        <translation>Schlechtestes PSNR zuerst</translation>
    </message>
    <message>
        <source>Show as A</source>
        <translation>Als A zeigen</translation>
    </message>
    <message>
        <source>Show as B</source>
        <translation>Als B zeigen</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>A click shows it as A; the menu (right click) makes it B</source>
        <translation>Ein Klick zeigt es als A; das Menü (Rechtsklick) macht es zu B</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LibraryWatch</name>
    <message>
        <source>Looking at files</source>
        <translation>Dateien werden durchgesehen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LogModel</name>
    <message>
        <source>debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LogPanel</name>
    <message>
        <source>Lines of the log</source>
        <translation>Zeilen des Protokolls</translation>
    </message>
    <message>
        <source>Newest last; Copy takes the selected lines</source>
        <translation>Neueste zuletzt; Kopieren nimmt die ausgewählten Zeilen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter of the log</source>
        <translation>Filter des Protokolls</translation>
    </message>
    <message>
        <source>Show only lines whose area or text holds this</source>
        <translation>Nur Zeilen zeigen, deren Bereich oder Text dies enthält</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all of them where none is selected</source>
        <translation>Die ausgewählten Zeilen kopieren oder alle, wenn keine ausgewählt ist</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Forget all lines</source>
        <translation>Alle Zeilen verwerfen</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>Geringster Schweregrad</translation>
    </message>
    <message>
        <source>Show lines of this level and of graver ones</source>
        <translation>Zeilen dieses Schweregrads und schwerere zeigen</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Schweregrade</translation>
    </message>
    <message>
        <source>Info and graver</source>
        <translation>Info und schwerer</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MainWindow</name>
    <message>
        <source>Hierascope</source>
        <translation>Hierascope</translation>
    </message>
    <message>
        <source>Pyramid</source>
        <translation>Pyramide</translation>
    </message>
    <message>
        <source>What each level reconstructs (Ctrl+1)</source>
        <translation>Was jede Stufe rekonstruiert (Strg+1)</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where the model computes</source>
        <translation>Wo das Modell rechnet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Showing the view of %1 again</source>
        <translation>Die Ansicht von %1 wird wieder gezeigt</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Only files on this computer can be opened.</source>
        <translation>Nur Dateien auf diesem Computer können geöffnet werden.</translation>
    </message>
    <message>
        <source>Open a Model Folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>Watch a Folder</source>
        <translation>Ordner überwachen</translation>
    </message>
    <message>
        <source>Stop watching %1</source>
        <translation>%1 nicht mehr überwachen</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>The provenance is on the clipboard.</source>
        <translation>Die Herkunft ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The ladder&apos;s numbers are on the clipboard.</source>
        <translation>Die Zahlen der Leiter sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>About Hierascope</source>
        <translation>Über Hierascope</translation>
    </message>
    <message>
        <source>Hierascope %1</source>
        <translation>Hierascope %1</translation>
    </message>
    <message>
        <source>An instrument for hierarchical image tokenizers.
GPL-3.0-or-later. No warranty.</source>
        <translation>Ein Instrument für hierarchische Bild-Tokenizer.
GPL-3.0-or-later. Ohne Gewährleistung.</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>How a generator writes an image, step by step (Ctrl+4)</source>
        <translation>Wie ein Generator ein Bild schreibt, Schritt für Schritt (Strg+4)</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>Latents</translation>
    </message>
    <message>
        <source>Where the tokens lie in latent space, and how evenly (Ctrl+2)</source>
        <translation>Wo die Tokens im latenten Raum liegen, und wie gleichmäßig (Strg+2)</translation>
    </message>
    <message>
        <source>%1 was skipped: %2</source>
        <translation>%1 wurde übersprungen: %2</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Start, watch and compare trainings (Ctrl+6)</source>
        <translation>Trainings starten, beobachten und vergleichen (Strg+6)</translation>
    </message>
    <message>
        <source>The training of %1 is finished.</source>
        <translation>Das Training von %1 ist fertig.</translation>
    </message>
    <message>
        <source>Choose the Folder of Runs</source>
        <translation>Ordner der Läufe wählen</translation>
    </message>
    <message>
        <source>%1 is B.</source>
        <translation>%1 ist B.</translation>
    </message>
    <message>
        <source>%1 is A.</source>
        <translation>%1 ist A.</translation>
    </message>
    <message>
        <source>The training of %1 has failed.</source>
        <translation>Das Training von %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The training of %1 is lost: its process is gone.</source>
        <translation>Das Training von %1 ist verloren: Sein Prozess ist weg.</translation>
    </message>
    <message>
        <source>Looking at files</source>
        <translation>Dateien werden durchgesehen</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Who reads whom, and what really depends on what (Ctrl+3)</source>
        <translation>Wer wen liest, und was wirklich wovon abhängt (Strg+3)</translation>
    </message>
    <message>
        <source>This look has no numbers to copy.</source>
        <translation>Diese Ansicht hat keine Zahlen zum Kopieren.</translation>
    </message>
    <message>
        <source>The numbers are on the clipboard.</source>
        <translation>Die Zahlen sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>Codebuch</translation>
    </message>
    <message>
        <source>What each code is used for, or each channel (Ctrl+5)</source>
        <translation>Wozu jeder Code dient, oder jeder Kanal (Strg+5)</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Choose another model as B to see which weights differ.</source>
        <translation>Ein anderes Modell als B wählen, um zu sehen, welche Gewichte abweichen.</translation>
    </message>
    <message>
        <source>Comparing weights</source>
        <translation>Gewichte werden verglichen</translation>
    </message>
    <message>
        <source>Selected the tokens whose codes are others in B: %1.</source>
        <translation>Tokens ausgewählt, deren Codes in B andere sind: %1.</translation>
    </message>
    <message>
        <source>Where is the %1?</source>
        <translation>Wo liegt: %1?</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Show where it is now</source>
        <translation>Zeigen, wo es jetzt liegt</translation>
    </message>
    <message>
        <source>Open Without It</source>
        <translation>Ohne öffnen</translation>
    </message>
    <message>
        <source>Leave it out of the session</source>
        <translation>In der Sitzung weglassen</translation>
    </message>
    <message>
        <source>Export the Map</source>
        <translation>Die Karte exportieren</translation>
    </message>
    <message>
        <source>Export the Attention</source>
        <translation>Aufmerksamkeit exportieren</translation>
    </message>
    <message>
        <source>Export the Codes</source>
        <translation>Codes exportieren</translation>
    </message>
    <message>
        <source>%1[*] – Hierascope</source>
        <translation>%1[*] – Hierascope</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MapKey</name>
    <message>
        <source>Key of the colours</source>
        <translation>Farbschlüssel</translation>
    </message>
    <message>
        <source>These points have none</source>
        <translation>Diese Punkte haben keine</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MapView</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Points of latent space: arrow keys move, plus and minus zoom, F shows all</source>
        <translation>Punkte des latenten Raums: Pfeiltasten bewegen, Plus und Minus zoomen, F zeigt alle</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MapsPage</name>
    <message>
        <source>HEADS</source>
        <translation>KÖPFE</translation>
    </message>
    <message>
        <source>%1 · who reads %2</source>
        <translation>%1 · wer %2 liest</translation>
    </message>
    <message>
        <source>%1 · whom %2 reads</source>
        <translation>%1 · wen %2 liest</translation>
    </message>
    <message>
        <source>A − B: red where A&apos;s weight is larger</source>
        <translation>A − B: rot, wo das Gewicht von A größer ist</translation>
    </message>
    <message>
        <source>A and B have other sequences of tokens here: their maps can be seen side by side, not subtracted.</source>
        <translation>A und B haben hier verschiedene Folgen von Tokens: Ihre Karten kann man nebeneinander sehen, nicht abziehen.</translation>
    </message>
    <message>
        <source>HEADS OF LAYER %1</source>
        <translation>KÖPFE DER SCHICHT %1</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Entropy, bits</source>
        <translation>Entropie, Bit</translation>
    </message>
    <message>
        <source>Distance, sides</source>
        <translation>Entfernung, Seiten</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MaskPage</name>
    <message>
        <source>Reading the layer…</source>
        <translation>Die Schicht wird gelesen…</translation>
    </message>
    <message>
        <source>%1 of all pairs may read</source>
        <translation>%1 aller Paare dürfen lesen</translation>
    </message>
    <message>
        <source>Declared mask · layer %1 · %2</source>
        <translation>Erklärte Maske · Schicht %1 · %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MatrixView</name>
    <message>
        <source>Declared mask</source>
        <translation>Erklärte Maske</translation>
    </message>
    <message>
        <source>Attention of the head</source>
        <translation>Aufmerksamkeit des Kopfes</translation>
    </message>
    <message>
        <source>Rows ask, columns are read; bright: it may. The wheel zooms to single cells, a drag moves.</source>
        <translation>Zeilen fragen, Spalten werden gelesen; hell: darf. Das Rad vergrößert bis zu einzelnen Zellen, Ziehen bewegt.</translation>
    </message>
    <message>
        <source>Rows ask, columns are read; colours by the square root of the weight. The wheel zooms to single cells, a drag moves.</source>
        <translation>Zeilen fragen, Spalten werden gelesen; Farben nach der Wurzel des Gewichts. Das Rad vergrößert bis zu einzelnen Zellen, Ziehen bewegt.</translation>
    </message>
    <message>
        <source>%1 reads %2: %3</source>
        <translation>%1 liest %2: %3</translation>
    </message>
    <message>
        <source>%1 may read %2</source>
        <translation>%1 darf lesen: %2</translation>
    </message>
    <message>
        <source>%1 may not read %2</source>
        <translation>%1 darf nicht lesen: %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MessagePanel</name>
    <message>
        <source>This file cannot be used</source>
        <translation>Diese Datei ist nicht verwendbar</translation>
    </message>
    <message>
        <source>This file cannot be read</source>
        <translation>Diese Datei ist nicht lesbar</translation>
    </message>
    <message>
        <source>This device is not there</source>
        <translation>Dieses Gerät ist nicht vorhanden</translation>
    </message>
    <message>
        <source>This file cannot be written</source>
        <translation>Diese Datei kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>Das hat nicht funktioniert</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ModelShelf</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MomentStrip</name>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>%1 · A</source>
        <translation>%1 · A</translation>
    </message>
    <message>
        <source>%1 · B</source>
        <translation>%1 · B</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Click: this checkpoint becomes A. Alt+click: it becomes B.</source>
        <translation>Klick: dieser Checkpoint wird A. Alt+Klick: er wird B.</translation>
    </message>
    <message>
        <source>original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>The picture of the probe set as it is</source>
        <translation>Das Probebild, wie es ist</translation>
    </message>
    <message>
        <source>The picture at this step; its checkpoint was not kept.</source>
        <translation>Das Bild bei diesem Schritt; sein Checkpoint wurde nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The checkpoint of step %1 becomes B</source>
        <translation>Der Checkpoint von Schritt %1 wird B</translation>
    </message>
    <message>
        <source>The checkpoint of step %1 becomes A</source>
        <translation>Der Checkpoint von Schritt %1 wird A</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::NewRunPanel</name>
    <message>
        <source>All settings</source>
        <translation>Alle Einstellungen</translation>
    </message>
    <message>
        <source>Press F2 or click twice to change a value, which is JSON</source>
        <translation>F2 drücken oder zweimal klicken, um einen Wert zu ändern; er ist JSON</translation>
    </message>
    <message>
        <source>Search all settings</source>
        <translation>Alle Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Where the settings come from; each can be changed</source>
        <translation>Woher die Einstellungen kommen; jede lässt sich ändern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The name of the run&apos;s folder</source>
        <translation>Der Name des Ordners des Laufs</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>A folder of images, or a packed set; drop it on this view</source>
        <translation>Ein Ordner mit Bildern oder ein gepackter Satz; auf diese Ansicht ziehen</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where it trains: the best there is, the processor, or a GPU</source>
        <translation>Wo es trainiert: das beste Gerät, der Prozessor oder eine GPU</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>How many batches it learns from; a run can be extended later</source>
        <translation>Aus wie vielen Stapeln es lernt; ein Lauf lässt sich später verlängern</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Images in a step; memory grows with it</source>
        <translation>Bilder in einem Schritt; damit wächst der Speicher</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>The peak of the schedule, per step</source>
        <translation>Der Höchstwert des Verlaufs, je Schritt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the folder of images to train on</source>
        <translation>Den Ordner mit den Bildern für das Training wählen</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Train on the demo&apos;s images</source>
        <translation>Mit den Bildern der Demo trainieren</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzen</translation>
    </message>
    <message>
        <source>Measure a few steps: parameters, memory, time; trains nothing</source>
        <translation>Ein paar Schritte messen: Parameter, Speicher, Zeit; trainiert nichts</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Make the run and start it, or let it wait in the queue</source>
        <translation>Den Lauf anlegen und starten oder in der Warteschlange warten lassen</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Choose Images to Train on</source>
        <translation>Bilder für das Training wählen</translation>
    </message>
    <message>
        <source>Choose or drop the images to train on.</source>
        <translation>Die Bilder für das Training wählen oder hierher ziehen.</translation>
    </message>
    <message>
        <source>The data is not there: %1</source>
        <translation>Die Daten sind nicht da: %1</translation>
    </message>
    <message>
        <source>Choose a preset.</source>
        <translation>Eine Vorlage wählen.</translation>
    </message>
    <message>
        <source>The learning rate is no number.</source>
        <translation>Die Lernrate ist keine Zahl.</translation>
    </message>
    <message>
        <source>Give the run a name.</source>
        <translation>Dem Lauf einen Namen geben.</translation>
    </message>
    <message>
        <source>Choose a folder for runs.</source>
        <translation>Einen Ordner für Läufe wählen.</translation>
    </message>
    <message>
        <source>There is a run of this name; give another.</source>
        <translation>Einen Lauf dieses Namens gibt es schon; einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>Einreihen</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Es wird gemessen …</translation>
    </message>
    <message>
        <source>Shows the settings whose name, help or value has this text</source>
        <translation>Zeigt die Einstellungen, deren Name, Hilfe oder Wert diesen Text enthält</translation>
    </message>
    <message>
        <source>Choose a setting to read what it means.</source>
        <translation>Eine Einstellung wählen, um zu lesen, was sie bedeutet.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::NoticeBar</name>
    <message>
        <source>Hide this notice</source>
        <translation>Diesen Hinweis ausblenden</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::NumbersPanel</name>
    <message>
        <source>How the numbers were made</source>
        <translation>Wie die Zahlen entstanden sind</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy all numbers with how they were made</source>
        <translation>Alle Zahlen kopieren, mit ihrer Herkunft</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Show the published values for orientation: HieraTok, Table 5, 10,000 ImageNet test images</source>
        <translation>Die veröffentlichten Werte zur Orientierung zeigen: HieraTok, Tabelle 5, 10.000 Testbilder von ImageNet</translation>
    </message>
    <message>
        <source>Density CV</source>
        <translation>Dichte-CV</translation>
    </message>
    <message>
        <source>Gini</source>
        <translation>Gini</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>This map</source>
        <translation>Diese Karte</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 Startwerte</translation>
    </message>
    <message>
        <source>Paper, %1</source>
        <translation>Paper, %1</translation>
    </message>
    <message>
        <source>single</source>
        <translation>einstufig</translation>
    </message>
    <message>
        <source>multi</source>
        <translation>mehrstufig</translation>
    </message>
    <message>
        <source>CV</source>
        <translation>CV</translation>
    </message>
    <message>
        <source>Map A</source>
        <translation>Karte A</translation>
    </message>
    <message>
        <source>Map B</source>
        <translation>Karte B</translation>
    </message>
    <message>
        <source>%1, %2 seeds</source>
        <translation>%1, %2 Startwerte</translation>
    </message>
    <message>
        <source>A − B</source>
        <translation>A − B</translation>
    </message>
    <message>
        <source>A − B: %1 %2 [%3, %4], p = %5</source>
        <translation>A − B: %1 %2 [%3, %4], p = %5</translation>
    </message>
    <message>
        <source>Density of the map at its own points (Gaussian kernels, Scott&apos;s rule); one map says little: repeat with seeds.</source>
        <translation>Dichte der Karte an ihren eigenen Punkten (Gauß-Kerne, Regel von Scott); eine Karte sagt wenig: mit Startwerten wiederholen.</translation>
    </message>
    <message>
        <source>The numbers come when the map is finished or paused.</source>
        <translation>Die Zahlen kommen, wenn die Karte fertig oder angehalten ist.</translation>
    </message>
    <message>
        <source>%1: %2, %3 points of %4 images</source>
        <translation>%1: %2, %3 Punkte von %4 Bildern</translation>
    </message>
    <message>
        <source>seeds %1 · perplexity %2 · %3 iterations</source>
        <translation>Startwerte %1 · Perplexität %2 · %3 Schritte</translation>
    </message>
    <message>
        <source>± is the standard deviation over seeds; [ ] the 95 % interval of the paired difference (Student&apos;s t).</source>
        <translation>± ist die Standardabweichung über die Startwerte; [ ] das 95-%-Intervall der gepaarten Differenz (Student-t).</translation>
    </message>
    <message>
        <source>The paper&apos;s values are of other data, and not to be compared digit by digit.</source>
        <translation>Die Werte des Papers sind von anderen Daten und nicht Ziffer für Ziffer zu vergleichen.</translation>
    </message>
    <message>
        <source>UNIFORMITY · MAP %1 OF %2</source>
        <translation>GLEICHMÄSSIGKEIT · KARTE %1 VON %2</translation>
    </message>
    <message>
        <source>UNIFORMITY</source>
        <translation>GLEICHMÄSSIGKEIT</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop; what was measured so far stays</source>
        <translation>Anhalten; was bisher gemessen wurde, bleibt</translation>
    </message>
    <message>
        <source>Repeat sampling and map with five seeds, for A and for B (Ctrl+U)</source>
        <translation>Ziehung und Karte mit fünf Startwerten wiederholen, für A und für B (Strg+U)</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::PictureRows</name>
    <message>
        <source>%1, pictures: %2</source>
        <translation>%1, Bilder: %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::PointsPanel</name>
    <message>
        <source>POINTS</source>
        <translation>PUNKTE</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>Vektoren</translation>
    </message>
    <message>
        <source>Which vectors become points</source>
        <translation>Welche Vektoren zu Punkten werden</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>The levels whose tokens become points</source>
        <translation>Die Stufen, deren Tokens zu Punkten werden</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The images that the vectors come from; a folder or an IDX file can also be dropped on the map</source>
        <translation>Die Bilder, von denen die Vektoren kommen; ein Ordner oder eine IDX-Datei lässt sich auch auf die Karte ziehen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>MAP</source>
        <translation>KARTE</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>t-SNE keeps neighbours together, PCA distances along axes</source>
        <translation>t-SNE hält Nachbarn beisammen, PCA die Abstände entlang von Achsen</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>Perplexität</translation>
    </message>
    <message>
        <source>About how many neighbours each point is kept together with</source>
        <translation>Mit etwa wie vielen Nachbarn jeder Punkt beisammen bleibt</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>All of them, the 250 exaggerated ones included</source>
        <translation>Alle zusammen, die 250 mit Übertreibung eingeschlossen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Where the map begins: repeat with another to see what is stable</source>
        <translation>Wo die Karte beginnt: mit einem anderen wiederholen, um zu sehen, was stabil ist</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>The library&apos;s images</source>
        <translation>Die Bilder der Bibliothek</translation>
    </message>
    <message>
        <source>The demo&apos;s images</source>
        <translation>Die Bilder der Demo</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>A Folder of Images</source>
        <translation>Ein Ordner mit Bildern</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>So many points at most, drawn at random, always the same ones</source>
        <translation>Höchstens so viele Punkte, zufällig gezogen, immer dieselben</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::PosteriorPanel</name>
    <message>
        <source>Posterior</source>
        <translation>Posterior</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Decode the mean of the posterior</source>
        <translation>Den Mittelwert des Posteriors dekodieren</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>Decode a sample of the posterior; the same seed gives the same sample</source>
        <translation>Eine Stichprobe des Posteriors dekodieren; derselbe Startwert ergibt dieselbe Stichprobe</translation>
    </message>
    <message>
        <source>POSTERIOR</source>
        <translation>POSTERIOR</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seed of the sample</source>
        <translation>Startwert der Stichprobe</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Draw another sample</source>
        <translation>Eine weitere Stichprobe ziehen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ProbePanel</name>
    <message>
        <source>The picture before of the probe set</source>
        <translation>Das vorige Probebild</translation>
    </message>
    <message>
        <source>The next picture of the probe set</source>
        <translation>Das nächste Probebild</translation>
    </message>
    <message>
        <source>The probe set through training</source>
        <translation>Die Probebilder im Lauf des Trainings</translation>
    </message>
    <message>
        <source>The same held-out pictures at each step that shows them (training.sample_every)</source>
        <translation>Dieselben zurückgehaltenen Bilder bei jedem Schritt, der sie zeigt (training.sample_every)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::PyramidBar</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
    <message>
        <source>What the levels up to this one reconstruct (R)</source>
        <translation>Was die Stufen bis zu dieser rekonstruieren (R)</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>The image as it went into the model (O)</source>
        <translation>Das Bild, wie es ins Modell ging (O)</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Residuum</translation>
    </message>
    <message>
        <source>What this level added to the one before, signed (D)</source>
        <translation>Was diese Stufe der vorigen hinzufügte, mit Vorzeichen (D)</translation>
    </message>
    <message>
        <source>|Error|</source>
        <translation>|Abw.|</translation>
    </message>
    <message>
        <source>How far the reconstruction is from the original, per pixel (E)</source>
        <translation>Wie weit die Rekonstruktion vom Original abweicht, je Pixel (E)</translation>
    </message>
    <message>
        <source>± Error</source>
        <translation>± Abw.</translation>
    </message>
    <message>
        <source>Reconstruction minus original, signed, per pixel (Shift+E)</source>
        <translation>Rekonstruktion minus Original, mit Vorzeichen, je Pixel (Umschalt+E)</translation>
    </message>
    <message>
        <source>Commutation</source>
        <translation>Kommutation</translation>
    </message>
    <message>
        <source>Does the decoder commute with downsampling? D(D_s(Z)) beside D_s(D(Z)) and D_s(X) (M)</source>
        <translation>Kommutiert der Decoder mit dem Herunterskalieren? D(D_s(Z)) neben D_s(D(Z)) und D_s(X) (M)</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Show the picture alone; a click still selects a token</source>
        <translation>Das Bild allein zeigen; ein Klick wählt trotzdem ein Token aus</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Show where the tokens of this level lie (T)</source>
        <translation>Zeigen, wo die Tokens dieser Stufe liegen (T)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Colour tokens by the first three principal components of all token vectors: like colours, like vectors (Shift+T)</source>
        <translation>Tokens nach den ersten drei Hauptkomponenten aller Tokenvektoren färben: ähnliche Farben, ähnliche Vektoren (Umschalt+T)</translation>
    </message>
    <message>
        <source>Select tokens with a rectangle: drag over the picture (else Shift or Ctrl with a drag)</source>
        <translation>Tokens mit einem Rechteck auswählen: über das Bild ziehen (sonst Umschalt oder Strg beim Ziehen)</translation>
    </message>
    <message>
        <source>Select tokens with a rectangle</source>
        <translation>Tokens mit einem Rechteck auswählen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Show the whole picture (F)</source>
        <translation>Das ganze Bild zeigen (F)</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>Show true pixels (1)</source>
        <translation>Echte Pixel zeigen (1)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Save this picture, or the whole ladder as one figure (Ctrl+E)</source>
        <translation>Dieses Bild oder die ganze Leiter als eine Abbildung speichern (Strg+E)</translation>
    </message>
    <message>
        <source>Hierarchies</source>
        <translation>Hierarchien</translation>
    </message>
    <message>
        <source>The image tokens inside of the encoder, merged again and again, as principal-component colours (H)</source>
        <translation>Die Bild-Token im Encoder, wieder und wieder zusammengefasst, als Farben ihrer Hauptkomponenten (H)</translation>
    </message>
    <message>
        <source>Edit tokens</source>
        <translation>Token ändern</translation>
    </message>
    <message>
        <source>Put something else in the place of tokens and see what it does (W)</source>
        <translation>Anderes an die Stelle von Token setzen und sehen, was geschieht (W)</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Bewegt</translation>
    </message>
    <message>
        <source>Which pixels the edits of tokens moved, signed (Shift+M)</source>
        <translation>Welche Pixel die Änderungen von Token bewegt haben, mit Vorzeichen (Umschalt+M)</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::PyramidRoom</name>
    <message>
        <source>A − B</source>
        <translation>A − B</translation>
    </message>
    <message>
        <source>A minus B, mean over the channels, in shares of the full range: red where A is brighter, blue where B is</source>
        <translation>A minus B, Mittelwert über die Kanäle, in Anteilen des vollen Bereichs: rot, wo A heller ist, blau, wo B heller ist</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Residuum</translation>
    </message>
    <message>
        <source>What this level adds to the one before, mean over the channels, in shares of the full range: red is brighter, blue is darker</source>
        <translation>Was diese Stufe der vorigen hinzufügt, Mittelwert über die Kanäle, in Anteilen des vollen Bereichs: rot ist heller, blau ist dunkler</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>This level, enlarged, minus the original, mean over the channels, in shares of the full range: red is brighter, blue is darker</source>
        <translation>Diese Stufe, vergrößert, minus Original, Mittelwert über die Kanäle, in Anteilen des vollen Bereichs: rot ist heller, blau ist dunkler</translation>
    </message>
    <message>
        <source>|Error|</source>
        <translation>|Abw.|</translation>
    </message>
    <message>
        <source>How far this level, enlarged, is from the original, mean over the channels, in shares of the full range</source>
        <translation>Wie weit diese Stufe, vergrößert, vom Original abweicht, Mittelwert über die Kanäle, in Anteilen des vollen Bereichs</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Bewegt</translation>
    </message>
    <message>
        <source>Edited minus unedited, mean over the channels, in shares of the full range: red became brighter, blue darker</source>
        <translation>Geändert minus ungeändert, Mittel über die Kanäle, in Anteilen des vollen Bereichs: Rot wurde heller, Blau dunkler</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::RecentFiles</name>
    <message>
        <source>&amp;Clear the List</source>
        <translation>&amp;Liste leeren</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::RunPanel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Extend to step</source>
        <translation>Verlängern bis Schritt</translation>
    </message>
    <message>
        <source>The step that “Extend” trains to</source>
        <translation>Der Schritt, bis zu dem „Verlängern“ trainiert</translation>
    </message>
    <message>
        <source>No run is chosen</source>
        <translation>Kein Lauf ist gewählt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 s a step</source>
        <translation>%1 s je Schritt</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>What the run&apos;s process holds on its device</source>
        <translation>Was der Prozess des Laufs auf seinem Gerät belegt</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>dieser</translation>
    </message>
    <message>
        <source>End at once</source>
        <translation>Sofort beenden</translation>
    </message>
    <message>
        <source>The run does not stop: end its process now. What came after its last checkpoint is lost.</source>
        <translation>Der Lauf hält nicht an: seinen Prozess jetzt beenden. Was nach seinem letzten Checkpoint kam, ist verloren.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::RunWatch</name>
    <message>
        <source>Looking at runs</source>
        <translation>Läufe werden angesehen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SampleShelf</name>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ScoreModel</name>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Finest level</source>
        <translation>Feinste Stufe</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SeedCell</name>
    <message>
        <source>Show this one large, with its steps</source>
        <translation>Dieses groß zeigen, mit seinen Schritten</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SeedGrid</name>
    <message>
        <source>Grid of seeds</source>
        <translation>Startwerte im Raster</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SelectionPanel</name>
    <message>
        <source>1 point; rings mark its %1 nearest in latent space</source>
        <translation>1 Punkt; Ringe zeigen seine %1 nächsten im latenten Raum</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>Select all points that are not selected</source>
        <translation>Alle Punkte auswählen, die nicht ausgewählt sind</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Select no point (Ctrl+D)</source>
        <translation>Keinen Punkt auswählen (Strg+D)</translation>
    </message>
    <message>
        <source>Save subset</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Keep the selected points under a name (Ctrl+Shift+S)</source>
        <translation>Die ausgewählten Punkte unter einem Namen behalten (Strg+Umschalt+S)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Save the selected points, or all where none is selected, with their vectors and places (Ctrl+Shift+E)</source>
        <translation>Die ausgewählten Punkte speichern, oder alle, wo keiner ausgewählt ist, mit Vektoren und Orten (Strg+Umschalt+E)</translation>
    </message>
    <message>
        <source>Delete subset</source>
        <translation>Teilmenge löschen</translation>
    </message>
    <message>
        <source>Forget the subset that is marked</source>
        <translation>Die markierte Teilmenge vergessen</translation>
    </message>
    <message>
        <source>SELECTION</source>
        <translation>AUSWAHL</translation>
    </message>
    <message>
        <source>Subsets</source>
        <translation>Teilmengen</translation>
    </message>
    <message>
        <source>Press Return or click twice to select a subset&apos;s points, F2 to rename</source>
        <translation>Eingabetaste oder Doppelklick wählt die Punkte einer Teilmenge aus, F2 benennt sie um</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>No point is selected.</source>
        <translation>Kein Punkt ist ausgewählt.</translation>
    </message>
    <message>
        <source>%1 points in %2 images</source>
        <translation>%1 Punkte in %2 Bildern</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SessionKeeper</name>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SessionRecovery</name>
    <message>
        <source>Hierascope was not closed properly. Its session of %1 can be shown again.</source>
        <translation>Hierascope wurde nicht ordentlich beendet. Seine Sitzung von %1 kann wieder gezeigt werden.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Show the session as it was kept last</source>
        <translation>Die Sitzung zeigen, wie sie zuletzt gesichert wurde</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Remove the kept session</source>
        <translation>Die gesicherte Sitzung entfernen</translation>
    </message>
    <message>
        <source>Keeping the session</source>
        <translation>Sitzung wird gesichert</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SettingsPanel</name>
    <message>
        <source>Guidance</source>
        <translation>Guidance</translation>
    </message>
    <message>
        <source>Classifier-free guidance scale; 1 and below: no guidance</source>
        <translation>Stärke der Classifier-free Guidance; 1 und darunter: keine</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Below 1 likely codes become likelier, above 1 all more equal</source>
        <translation>Unter 1 werden wahrscheinliche Codes wahrscheinlicher, über 1 alle gleicher</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest codes that together reach this probability</source>
        <translation>Nur die wahrscheinlichsten Codes, die zusammen diese Wahrscheinlichkeit erreichen</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>Gierig</translation>
    </message>
    <message>
        <source>Settings of the generation</source>
        <translation>Einstellungen der Erzeugung</translation>
    </message>
    <message>
        <source>Guidance, how codes are drawn, the selected token, and the cost</source>
        <translation>Guidance, wie Codes gezogen werden, das gewählte Token und der Aufwand</translation>
    </message>
    <message>
        <source>Seconds of the generator, and of the tokenizer that makes the pictures</source>
        <translation>Sekunden des Generators und des Tokenizers, der die Bilder macht</translation>
    </message>
    <message>
        <source>What the generator says of itself</source>
        <translation>Was der Generator über sich sagt</translation>
    </message>
    <message>
        <source>COST</source>
        <translation>AUFWAND</translation>
    </message>
    <message>
        <source>GENERATOR</source>
        <translation>GENERATOR</translation>
    </message>
    <message>
        <source>official (%1)</source>
        <translation>offiziell (%1)</translation>
    </message>
    <message>
        <source>GUIDANCE</source>
        <translation>GUIDANCE</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>How the guidance scale goes over the steps</source>
        <translation>Wie die Stärke der Guidance über die Schritte verläuft</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Share of the steps where guidance begins</source>
        <translation>Anteil der Schritte, ab dem die Guidance beginnt</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Share of the steps where guidance ends</source>
        <translation>Anteil der Schritte, bei dem die Guidance endet</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Außerhalb</translation>
    </message>
    <message>
        <source>The scale outside of these steps</source>
        <translation>Die Stärke außerhalb dieser Schritte</translation>
    </message>
    <message>
        <source>Peak at</source>
        <translation>Spitze bei</translation>
    </message>
    <message>
        <source>Share of the steps where the scale is reached</source>
        <translation>Anteil der Schritte, bei dem die Stärke erreicht ist</translation>
    </message>
    <message>
        <source>SAMPLING</source>
        <translation>ZIEHUNG</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only so many of the likeliest codes; 0: all</source>
        <translation>Nur so viele der wahrscheinlichsten Codes; 0: alle</translation>
    </message>
    <message>
        <source>The likeliest code instead of a draw; then the seed does nothing</source>
        <translation>Der wahrscheinlichste Code statt einer Ziehung; der Startwert wirkt dann nicht</translation>
    </message>
    <message>
        <source>%1 of %2 steps: %3 for the codes, %4 for the pictures</source>
        <translation>%1 von %2 Schritten: %3 für die Codes, %4 für die Bilder</translation>
    </message>
    <message>
        <source>Nothing is generated yet.</source>
        <translation>Noch ist nichts erzeugt.</translation>
    </message>
    <message>
        <source>A: %1
B: %2</source>
        <translation>A: %1
B: %2</translation>
    </message>
    <message>
        <source>%1 of %2 steps: %3 for the maps, %4 for the pictures</source>
        <translation>%1 von %2 Schritten: %3 für die Karten, %4 für die Bilder</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ShortcutEditor</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Filter by menu, action or key</source>
        <translation>Nach Menü, Aktion oder Taste filtern</translation>
    </message>
    <message>
        <source>Filter of the actions</source>
        <translation>Filter der Aktionen</translation>
    </message>
    <message>
        <source>Show only actions whose menu, name or keys hold this</source>
        <translation>Nur Aktionen zeigen, deren Menü, Name oder Tasten dies enthalten</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Select an action to change its key</source>
        <translation>Eine Aktion auswählen, um ihre Taste zu ändern</translation>
    </message>
    <message>
        <source>Key of the selected action</source>
        <translation>Taste der ausgewählten Aktion</translation>
    </message>
    <message>
        <source>Press the new key; it takes the place of all keys of the action</source>
        <translation>Die neue Taste drücken; sie ersetzt alle Tasten der Aktion</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Give the selected action its own keys back</source>
        <translation>Der ausgewählten Aktion ihre eigenen Tasten zurückgeben</translation>
    </message>
    <message>
        <source>Take Over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Give the key to the selected action and take it from the other</source>
        <translation>Die Taste der ausgewählten Aktion geben und der anderen nehmen</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Give every action its own keys back</source>
        <translation>Jeder Aktion ihre eigenen Tasten zurückgeben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close these shortcuts</source>
        <translation>Diese Tastenkürzel schließen</translation>
    </message>
    <message>
        <source>Key of &apos;%1&apos;</source>
        <translation>Taste von „%1“</translation>
    </message>
    <message>
        <source>Select an action</source>
        <translation>Eine Aktion auswählen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is used by %2</source>
        <translation>„%1“ ist vergeben an %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ShortcutModel</name>
    <message>
        <source>%1
By default: %2</source>
        <translation>%1
Vorgabe: %2</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::StepModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, not written yet</source>
        <translation>, noch nicht geschrieben</translation>
    </message>
    <message>
        <source>, a branch begins here</source>
        <translation>, hier beginnt ein Zweig</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::StepStrip</name>
    <message>
        <source>Pictures of the steps</source>
        <translation>Bilder der Schritte</translation>
    </message>
    <message>
        <source>Left and Right move the step cursor; nothing is computed again.</source>
        <translation>Links und Rechts bewegen den Schrittzeiger; nichts wird neu berechnet.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SummaryPage</name>
    <message>
        <source>Shares of attention from level to level</source>
        <translation>Anteile der Aufmerksamkeit von Stufe zu Stufe</translation>
    </message>
    <message>
        <source>A table for each layer</source>
        <translation>Eine Tabelle für jede Schicht</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>%1 of the attention of %2 goes to %3</source>
        <translation>%1 der Aufmerksamkeit von %2 geht zu %3</translation>
    </message>
    <message>
        <source>A − B</source>
        <translation>A − B</translation>
    </message>
    <message>
        <source>Rows ask, columns are read: the share of each block&apos;s attention that goes to each block. A click on a table chooses its layer.</source>
        <translation>Zeilen fragen, Spalten werden gelesen: der Anteil der Aufmerksamkeit jedes Blocks, der zu jedem Block geht. Ein Klick auf eine Tabelle wählt ihre Schicht.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A and B have other blocks or layers, so that no difference of all layers is shown.</source>
        <translation>A und B haben verschiedene Blöcke oder Schichten, darum wird nicht für alle Schichten ein Unterschied gezeigt.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Fragt</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SurgeryBench</name>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Reading the codebook&apos;s vectors</source>
        <translation>Vektoren des Codebuchs werden gelesen</translation>
    </message>
    <message>
        <source>There is no pyramid whose tokens could be edited.</source>
        <translation>Es gibt keine Pyramide, deren Token sich ändern ließen.</translation>
    </message>
    <message>
        <source>The pyramid of this image is not there yet.</source>
        <translation>Die Pyramide dieses Bildes ist noch nicht da.</translation>
    </message>
    <message>
        <source>A recording has no model that could decode edited tokens.</source>
        <translation>Eine Aufzeichnung hat kein Modell, das geänderte Token dekodieren könnte.</translation>
    </message>
    <message>
        <source>This pyramid has no token vectors.</source>
        <translation>Diese Pyramide hat keine Tokenvektoren.</translation>
    </message>
    <message>
        <source>B&apos;s model is not open yet.</source>
        <translation>Das Modell von B ist noch nicht offen.</translation>
    </message>
    <message>
        <source>B is of the family %1, A of %2: their tokens mean different things.</source>
        <translation>B ist aus der Familie %1, A aus %2: Ihre Token bedeuten Verschiedenes.</translation>
    </message>
    <message>
        <source>B&apos;s vocabulary has %1 codes, A&apos;s %2.</source>
        <translation>Das Vokabular von B hat %1 Codes, das von A %2.</translation>
    </message>
    <message>
        <source>The source is this image itself; choose another one.</source>
        <translation>Die Quelle ist dieses Bild selbst; ein anderes wählen.</translation>
    </message>
    <message>
        <source>There is no B: choose one above the picture, or another image as the source.</source>
        <translation>Es gibt kein B: eines über dem Bild wählen oder ein anderes Bild als Quelle.</translation>
    </message>
    <message>
        <source>B&apos;s pyramid is not there yet.</source>
        <translation>Die Pyramide von B ist noch nicht da.</translation>
    </message>
    <message>
        <source>B has no level with the same grid.</source>
        <translation>B hat keine Stufe mit demselben Raster.</translation>
    </message>
    <message>
        <source>A token of B is %1 numbers, one of A %2.</source>
        <translation>Ein Token von B hat %1 Zahlen, eines von A %2.</translation>
    </message>
    <message>
        <source>No token of this image is edited.</source>
        <translation>Kein Token dieses Bildes ist geändert.</translation>
    </message>
    <message>
        <source>There is no later edit.</source>
        <translation>Es gibt keine spätere Änderung.</translation>
    </message>
    <message>
        <source>Copy tokens first.</source>
        <translation>Erst Token kopieren.</translation>
    </message>
    <message>
        <source>This pyramid has no such places, or its tokens are of another kind.</source>
        <translation>Diese Pyramide hat keine solchen Stellen, oder ihre Token sind anderer Art.</translation>
    </message>
    <message>
        <source>Select a token first: click one in the picture.</source>
        <translation>Erst ein Token wählen: eines im Bild anklicken.</translation>
    </message>
    <message>
        <source>This model has no codebook: its tokens are numbers without codes.</source>
        <translation>Dieses Modell hat kein Codebuch: Seine Token sind Zahlen ohne Codes.</translation>
    </message>
    <message>
        <source>This model has no code %1.</source>
        <translation>Dieses Modell hat keinen Code %1.</translation>
    </message>
    <message>
        <source>A selected token has no code any more, so none is near to it.</source>
        <translation>Ein gewähltes Token hat keinen Code mehr, also ist ihm keiner nahe.</translation>
    </message>
    <message>
        <source>This family has no mask token: its decoder was never shown a gap.</source>
        <translation>Diese Familie hat kein Maskentoken: Ihr Decoder hat nie eine Lücke gesehen.</translation>
    </message>
    <message>
        <source>None of the selected tokens is edited.</source>
        <translation>Keines der gewählten Token ist geändert.</translation>
    </message>
    <message>
        <source>Encoding %1</source>
        <translation>%1 wird kodiert</translation>
    </message>
    <message>
        <source>%1 tokens were copied and %2 are selected: select as many, or paste in place.</source>
        <translation>%1 Token wurden kopiert und %2 sind gewählt: ebenso viele wählen oder an die Stelle einfügen.</translation>
    </message>
    <message>
        <source>The copied tokens are of another kind of model.</source>
        <translation>Die kopierten Token sind von einer anderen Art Modell.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SurgeryHistory</name>
    <message>
        <source>History of edits</source>
        <translation>Verlauf der Änderungen</translation>
    </message>
    <message>
        <source>Every edit with the picture that it made: choose one to go there</source>
        <translation>Jede Änderung mit dem Bild, das sie ergab: eine wählen, um dorthin zu gehen</translation>
    </message>
    <message>
        <source>Unedited</source>
        <translation>Ungeändert</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1: %2 {1.?}</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SurgeryPanel</name>
    <message>
        <source>Editing tokens</source>
        <translation>Token ändern</translation>
    </message>
    <message>
        <source>What to put in the place of the selected tokens, and the history</source>
        <translation>Was an die Stelle der gewählten Token kommt, und der Verlauf</translation>
    </message>
    <message>
        <source>EDIT TOKENS</source>
        <translation>TOKEN ÄNDERN</translation>
    </message>
    <message>
        <source>REPLACE BY</source>
        <translation>ERSETZEN DURCH</translation>
    </message>
    <message>
        <source>Near code</source>
        <translation>Naher Code</translation>
    </message>
    <message>
        <source>The code whose vector is nearest to each token&apos;s own (N); the arrow offers others</source>
        <translation>Der Code, dessen Vektor dem eigenen jedes Tokens am nächsten ist (N); der Pfeil bietet weitere an</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Any code of the codebook</source>
        <translation>Ein beliebiger Code des Codebuchs</translation>
    </message>
    <message>
        <source>Strength of the noise</source>
        <translation>Stärke des Rauschens</translation>
    </message>
    <message>
        <source>Standard deviations of each channel of the level</source>
        <translation>Standardabweichungen jedes Kanals der Stufe</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Null</translation>
    </message>
    <message>
        <source>Numbers that are all zero (Z)</source>
        <translation>Lauter Nullen (Z)</translation>
    </message>
    <message>
        <source>The code of this number (J)</source>
        <translation>Der Code mit dieser Nummer (J)</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Add normal noise to the numbers (Shift+N)</source>
        <translation>Normalverteiltes Rauschen zu den Zahlen addieren (Umschalt+N)</translation>
    </message>
    <message>
        <source>The token that the model learnt for a gap (Shift+Z)</source>
        <translation>Das Token, das das Modell für eine Lücke gelernt hat (Umschalt+Z)</translation>
    </message>
    <message>
        <source>FROM ANOTHER IMAGE</source>
        <translation>AUS EINEM ANDEREN BILD</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Whose tokens are taken: B&apos;s, or those of an image that A&apos;s model encodes</source>
        <translation>Wessen Token genommen werden: die von B oder die eines Bildes, das das Modell von A kodiert</translation>
    </message>
    <message>
        <source>Share of the source</source>
        <translation>Anteil der Quelle</translation>
    </message>
    <message>
        <source>How much of the source&apos;s token: 0 % is the token as it is, 100 % the source&apos;s</source>
        <translation>Wie viel vom Token der Quelle: 0 % ist das Token, wie es ist, 100 % das der Quelle</translation>
    </message>
    <message>
        <source>The source&apos;s tokens at the places of the selected ones (G)</source>
        <translation>Die Token der Quelle an den Stellen der gewählten (G)</translation>
    </message>
    <message>
        <source>Whole level</source>
        <translation>Ganze Stufe</translation>
    </message>
    <message>
        <source>What if this level came from the other image? All of the source&apos;s tokens of the level that is shown (Shift+G)</source>
        <translation>Was wäre, wenn diese Stufe aus dem anderen Bild käme? Alle Token der Quelle auf der gezeigten Stufe (Umschalt+G)</translation>
    </message>
    <message>
        <source>Interpolate</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>Between each token and the source&apos;s at its place (K)</source>
        <translation>Zwischen jedem Token und dem der Quelle an seiner Stelle (K)</translation>
    </message>
    <message>
        <source>TOKENS COPIED</source>
        <translation>KOPIERTE TOKEN</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Keep the selected tokens; they can be put into any image (C)</source>
        <translation>Die gewählten Token merken; sie lassen sich in jedes Bild einsetzen (C)</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Put the copied tokens on the selected ones, in their order; one token goes on all (V)</source>
        <translation>Die kopierten Token der Reihe nach auf die gewählten setzen; ein einzelnes kommt auf alle (V)</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>An die Stelle</translation>
    </message>
    <message>
        <source>Put the copied tokens where they were copied (Shift+V)</source>
        <translation>Die kopierten Token dorthin setzen, wo sie kopiert wurden (Umschalt+V)</translation>
    </message>
    <message>
        <source>HISTORY</source>
        <translation>VERLAUF</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Put back what stood in the place of the selected tokens (Backspace)</source>
        <translation>Zurückstellen, was an der Stelle der gewählten Token stand (Rücktaste)</translation>
    </message>
    <message>
        <source>Unedited</source>
        <translation>Ungeändert</translation>
    </message>
    <message>
        <source>Show the image without edits; they stay in the history (Shift+Backspace)</source>
        <translation>Das Bild ohne Änderungen zeigen; sie bleiben im Verlauf (Umschalt+Rücktaste)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Make B the same image without edits, beside this one (U)</source>
        <translation>B wird dasselbe Bild ohne Änderungen, neben diesem (U)</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Show one edit less (Alt+Left)</source>
        <translation>Eine Änderung weniger zeigen (Alt+Links)</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Show one edit more (Alt+Right)</source>
        <translation>Eine Änderung mehr zeigen (Alt+Rechts)</translation>
    </message>
    <message>
        <source>The codebook is being read…</source>
        <translation>Das Codebuch wird gelesen…</translation>
    </message>
    <message>
        <source>Code %1, distance %2</source>
        <translation>Code %1, Abstand %2</translation>
    </message>
    <message>
        <source>The %1. nearest of each</source>
        <translation>Der jeweils %1.-nächste</translation>
    </message>
    <message>
        <source>Select tokens in the picture: click, Shift+click, or drag a rectangle.</source>
        <translation>Token im Bild wählen: Klick, Umschalt+Klick oder ein Rechteck ziehen.</translation>
    </message>
    <message>
        <source>1 token is selected.</source>
        <translation>1 Token ist gewählt.</translation>
    </message>
    <message>
        <source>%1 tokens are selected.</source>
        <translation>%1 Token sind gewählt.</translation>
    </message>
    <message>
        <source>1 token is edited; the finest picture %1.</source>
        <translation>1 Token ist geändert; das feinste Bild: %1.</translation>
    </message>
    <message>
        <source>%1 tokens are edited; the finest picture %2.</source>
        <translation>%1 Token sind geändert; das feinste Bild: %2.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Nehmen</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TaskBar</name>
    <message>
        <source>Progress of the task</source>
        <translation>Fortschritt der Aufgabe</translation>
    </message>
    <message>
        <source>Stop this task</source>
        <translation>Diese Aufgabe anhalten</translation>
    </message>
    <message>
        <source>Running tasks</source>
        <translation>Laufende Aufgaben</translation>
    </message>
    <message>
        <source>  (and %1 more)</source>
        <translation>  (und %1 weitere)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TaskListModel</name>
    <message>
        <source>stopping</source>
        <translation>wird angehalten</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TaskPanel</name>
    <message>
        <source>Nothing is running.</source>
        <translation>Nichts läuft gerade.</translation>
    </message>
    <message>
        <source>Running tasks</source>
        <translation>Laufende Aufgaben</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TaskRow</name>
    <message>
        <source>How long the task has run</source>
        <translation>Wie lange die Aufgabe schon läuft</translation>
    </message>
    <message>
        <source>How far the task has come</source>
        <translation>Wie weit die Aufgabe gekommen ist</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 anhalten</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ThumbnailReader</name>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>%1&#xa0;×&#xa0;%2</source>
        <translation>%1&#xa0;×&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TokenPanel</name>
    <message>
        <source>SELECTED TOKENS</source>
        <translation>AUSGEWÄHLTE TOKENS</translation>
    </message>
    <message>
        <source>posterior sample</source>
        <translation>Stichprobe des Posteriors</translation>
    </message>
    <message>
        <source>posterior mean</source>
        <translation>Mittelwert des Posteriors</translation>
    </message>
    <message>
        <source>Mean of the vectors: %1 numbers as the decoder receives them, %2</source>
        <translation>Mittelwert der Vektoren: %1 Zahlen, wie der Decoder sie erhält, %2</translation>
    </message>
    <message>
        <source>%1 numbers as the decoder receives them, %2</source>
        <translation>%1 Zahlen, wie der Decoder sie erhält, %2</translation>
    </message>
    <message>
        <source>codebook vector</source>
        <translation>Vektor des Codebuchs</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TokenRows</name>
    <message>
        <source>Tokens by level</source>
        <translation>Token je Stufe</translation>
    </message>
    <message>
        <source>Token %1: not written yet</source>
        <translation>Token %1: noch nicht geschrieben</translation>
    </message>
    <message>
        <source>Token %1: code %2, entropy %3</source>
        <translation>Token %1: Code %2, Entropie %3</translation>
    </message>
    <message>
        <source>, put there by hand</source>
        <translation>, von Hand eingesetzt</translation>
    </message>
    <message>
        <source>The arrow keys walk over the tokens, Space selects one.</source>
        <translation>Die Pfeiltasten gehen über die Token, die Leertaste wählt eines aus.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Tour</name>
    <message>
        <source>The folder &apos;%1&apos; cannot be made.</source>
        <translation>Der Ordner „%1“ kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The state &apos;%1&apos; was not reached within %2 seconds.</source>
        <translation>Der Zustand „%1“ wurde nicht innerhalb von %2 Sekunden erreicht.</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>The picture &apos;%1&apos; was not saved: %2</source>
        <translation>Das Bild „%1“ wurde nicht gespeichert: %2</translation>
    </message>
    <message>
        <source>Pauses of the event loop</source>
        <translation>Pausen der Ereignisschleife</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Einzelbilder</translation>
    </message>
    <message>
        <source>First pyramid %1 s after the start</source>
        <translation>Erste Pyramide %1 s nach dem Start</translation>
    </message>
    <message>
        <source>Frames while a map grows</source>
        <translation>Einzelbilder, während eine Karte wächst</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TrainBench</name>
    <message>
        <source>No run is chosen.</source>
        <translation>Kein Lauf ist gewählt.</translation>
    </message>
    <message>
        <source>The run&apos;s folder cannot be read.</source>
        <translation>Der Ordner des Laufs ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The run waits in the queue.</source>
        <translation>Der Lauf wartet in der Warteschlange.</translation>
    </message>
    <message>
        <source>The run is finished; extend it to train on.</source>
        <translation>Der Lauf ist fertig; zum Weitertrainieren verlängern.</translation>
    </message>
    <message>
        <source>The run is training.</source>
        <translation>Der Lauf trainiert.</translation>
    </message>
    <message>
        <source>The run is paused.</source>
        <translation>Der Lauf ist angehalten.</translation>
    </message>
    <message>
        <source>Only a run that trains can be paused.</source>
        <translation>Nur ein Lauf, der trainiert, lässt sich anhalten.</translation>
    </message>
    <message>
        <source>The run does not train.</source>
        <translation>Der Lauf trainiert nicht.</translation>
    </message>
    <message>
        <source>Only a run that trains can do this.</source>
        <translation>Das kann nur ein Lauf, der trainiert.</translation>
    </message>
    <message>
        <source>This window has no program that trains.</source>
        <translation>Dieses Fenster hat kein Programm, das trainiert.</translation>
    </message>
    <message>
        <source>The trainer of %1 ended at once; its log says why.</source>
        <translation>Das Training von %1 endete sofort; sein Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>The run was asked to stop.</source>
        <translation>Der Lauf wurde gebeten anzuhalten.</translation>
    </message>
    <message>
        <source>%1 did not react to the stop; its process was told by a signal.</source>
        <translation>%1 hat auf das Anhalten nicht reagiert; seinem Prozess wurde es durch ein Signal gesagt.</translation>
    </message>
    <message>
        <source>%1 left the queue: its folder is gone.</source>
        <translation>%1 hat die Warteschlange verlassen: Sein Ordner ist weg.</translation>
    </message>
    <message>
        <source>%1 left the queue: it is finished.</source>
        <translation>%1 hat die Warteschlange verlassen: Es ist fertig.</translation>
    </message>
    <message>
        <source>Another program wrote these curves; there is nothing to train.</source>
        <translation>Ein anderes Programm hat diese Kurven geschrieben; zu trainieren gibt es hier nichts.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TrainPanel</name>
    <message>
        <source>Panel</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>The chosen run, and what can be done with it</source>
        <translation>Der gewählte Lauf, und was sich mit ihm tun lässt</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Settings of a run that does not exist yet</source>
        <translation>Einstellungen eines Laufs, den es noch nicht gibt</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TrainRoom</name>
    <message>
        <source>New run…</source>
        <translation>Neuer Lauf …</translation>
    </message>
    <message>
        <source>Choose settings and data for a training (Ctrl+Shift+N)</source>
        <translation>Einstellungen und Daten für ein Training wählen (Strg+Umschalt+N)</translation>
    </message>
    <message>
        <source>Runs folder…</source>
        <translation>Ordner der Läufe …</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Start runs one after the other: a new one waits while another one trains</source>
        <translation>Läufe nacheinander starten: ein neuer wartet, solange ein anderer trainiert</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>The run that is marked is the one the buttons act on; selected ones have curves</source>
        <translation>Auf den markierten Lauf wirken die Knöpfe; ausgewählte haben Kurven</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation>Protokoll des Laufs</translation>
    </message>
    <message>
        <source>The end of the run&apos;s log.txt</source>
        <translation>Das Ende von log.txt des Laufs</translation>
    </message>
    <message>
        <source>Choose the folder whose runs are listed</source>
        <translation>Den Ordner wählen, dessen Läufe gelistet werden</translation>
    </message>
    <message>
        <source>Runs are listed from, and made in, %1</source>
        <translation>Läufe stehen und entstehen in %1</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>This view starts trainings, watches them and compares them. Each is a process of its own that goes on when the window is closed.
Start a new one, or drop a run folder on this view.</source>
        <translation>Diese Ansicht startet Trainings, beobachtet und vergleicht sie. Jedes ist ein eigener Prozess, der weiterläuft, wenn das Fenster zu ist.
Ein neues starten oder einen Laufordner auf diese Ansicht ziehen.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::UsageCurve</name>
    <message>
        <source>Usage curve</source>
        <translation>Nutzungskurve</translation>
    </message>
    <message>
        <source>How often each code occurs, the most used first; counts are logarithmic</source>
        <translation>Wie oft jeder Code vorkommt, der meistbenutzte zuerst; logarithmisch</translation>
    </message>
    <message>
        <source>%1: %2 of %3 codes are used</source>
        <translation>%1: %2 von %3 Codes werden benutzt</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::VectorBars</name>
    <message>
        <source>Vector</source>
        <translation>Vektor</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>keine Werte</translation>
    </message>
    <message>
        <source>%1 values, minimum %2, maximum %3</source>
        <translation>%1 Werte, Minimum %2, Maximum %3</translation>
    </message>
    <message>
        <source>channel %1: %2</source>
        <translation>Kanal %1: %2</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>channels %1–%2: not a number</source>
        <translation>Kanäle %1–%2: keine Zahl</translation>
    </message>
    <message>
        <source>channels %1–%2: %3 to %4</source>
        <translation>Kanäle %1–%2: %3 bis %4</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ViewExporter</name>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ViewRail</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ViewState</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Eingabebild</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Clear B</source>
        <translation>B entfernen</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>A und B tauschen</translation>
    </message>
    <message>
        <source>Remove Model</source>
        <translation>Modell entfernen</translation>
    </message>
    <message>
        <source>Remove Image</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Token Overlay</source>
        <translation>Token-Raster</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>Posterior</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::WeightsDialog</name>
    <message>
        <source>Copy as table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Weights: %1 to %2</source>
        <translation>Gewichte: %1 zu %2</translation>
    </message>
    <message>
        <source>Reading both checkpoints…</source>
        <translation>Beide Checkpoints werden gelesen …</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Nach Namen filtern</translation>
    </message>
    <message>
        <source>Filter of the tensors</source>
        <translation>Filter der Tensoren</translation>
    </message>
    <message>
        <source>Show only tensors whose names hold this</source>
        <translation>Nur Tensoren zeigen, deren Name dies enthält</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Relative change</source>
        <translation>Relative Änderung</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>Its name in the model</source>
        <translation>Sein Name im Modell</translation>
    </message>
    <message>
        <source>Its sizes</source>
        <translation>Seine Größen</translation>
    </message>
    <message>
        <source>Norm of B − A over the norm of A</source>
        <translation>Norm von B − A geteilt durch die Norm von A</translation>
    </message>
    <message>
        <source>Norm of B − A</source>
        <translation>Norm von B − A</translation>
    </message>
    <message>
        <source>Of the angle between A and B</source>
        <translation>Des Winkels zwischen A und B</translation>
    </message>
    <message>
        <source>The largest difference of one weight</source>
        <translation>Der größte Unterschied eines Gewichts</translation>
    </message>
    <message>
        <source>Tensors, the one that moved most first</source>
        <translation>Tensoren, der am stärksten veränderte zuerst</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>From A to B the weights moved by %1 of their norm: %2 of %3 tensors are equal bit for bit, %4 weights were compared.</source>
        <translation>Von A nach B änderten sich die Gewichte um %1 ihrer Norm: %2 von %3 Tensoren sind Bit für Bit gleich, %4 Gewichte wurden verglichen.</translation>
    </message>
    <message>
        <source>Only in A: %1.</source>
        <translation>Nur in A: %1.</translation>
    </message>
    <message>
        <source>Only in B: %1.</source>
        <translation>Nur in B: %1.</translation>
    </message>
    <message>
        <source>Of other shapes: %1.</source>
        <translation>Mit anderer Form: %1.</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;Images…</source>
        <translation>B&amp;ilder öffnen…</translation>
    </message>
    <message>
        <source>Add photographs to the library</source>
        <translation>Fotos zur Bibliothek hinzufügen</translation>
    </message>
    <message>
        <source>Open &amp;Model Folder…</source>
        <translation>&amp;Modellordner öffnen…</translation>
    </message>
    <message>
        <source>Open a folder with config.json and model.safetensors</source>
        <translation>Einen Ordner mit config.json und model.safetensors öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Watch a Folder…</source>
        <translation>&amp;Ordner überwachen…</translation>
    </message>
    <message>
        <source>Open what is in a folder now, and what comes into it later</source>
        <translation>Öffnen, was jetzt in einem Ordner ist und was später hineinkommt</translation>
    </message>
    <message>
        <source>Watched &amp;Folders</source>
        <translation>Überwachte O&amp;rdner</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Save the picture, or the whole ladder as one figure</source>
        <translation>Das Bild oder die ganze Leiter als eine Abbildung speichern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change of the view</source>
        <translation>Die letzte Änderung der Ansicht zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Die Änderung noch einmal ausführen</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the large picture to the clipboard, at its own pixels</source>
        <translation>Das große Bild in seinen eigenen Pixeln in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Copy the &amp;Ladder&apos;s Numbers</source>
        <translation>Zahlen der &amp;Leiter kopieren</translation>
    </message>
    <message>
        <source>Copy the figures of all levels as a Markdown table</source>
        <translation>Die Zahlen aller Stufen als Markdown-Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Provenance</source>
        <translation>&amp;Herkunft kopieren</translation>
    </message>
    <message>
        <source>Copy how this picture was made, as JSON</source>
        <translation>Kopieren, wie dieses Bild entstand, als JSON</translation>
    </message>
    <message>
        <source>&amp;Deselect Tokens</source>
        <translation>Token-&amp;Auswahl aufheben</translation>
    </message>
    <message>
        <source>Select no token</source>
        <translation>Kein Token auswählen</translation>
    </message>
    <message>
        <source>Remove &amp;Image from the List</source>
        <translation>&amp;Bild aus der Liste entfernen</translation>
    </message>
    <message>
        <source>The file stays where it is</source>
        <translation>Die Datei bleibt, wo sie ist</translation>
    </message>
    <message>
        <source>Remove &amp;Model from the List</source>
        <translation>&amp;Modell aus der Liste entfernen</translation>
    </message>
    <message>
        <source>The folder stays where it is</source>
        <translation>Der Ordner bleibt, wo er ist</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <source>See and change the key of every action</source>
        <translation>Die Taste jeder Aktion sehen und ändern</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Pyramid</source>
        <translation>&amp;Pyramide</translation>
    </message>
    <message>
        <source>What each level reconstructs</source>
        <translation>Was jede Stufe rekonstruiert</translation>
    </message>
    <message>
        <source>Token &amp;Grid</source>
        <translation>Token-&amp;Raster</translation>
    </message>
    <message>
        <source>Show where the tokens of this level lie</source>
        <translation>Zeigen, wo die Tokens dieser Stufe liegen</translation>
    </message>
    <message>
        <source>Token &amp;Colours</source>
        <translation>Token-&amp;Farben</translation>
    </message>
    <message>
        <source>Colour tokens by their vectors&apos; principal components</source>
        <translation>Tokens nach den Hauptkomponenten ihrer Vektoren färben</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Enlarge the picture</source>
        <translation>Das Bild größer zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Make the picture smaller</source>
        <translation>Das Bild kleiner zeigen</translation>
    </message>
    <message>
        <source>Fi&amp;t</source>
        <translation>Gan&amp;zes Bild</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>True Pi&amp;xels</source>
        <translation>Echte Pi&amp;xel</translation>
    </message>
    <message>
        <source>One picture pixel on one display pixel</source>
        <translation>Ein Bildpixel auf einem Bildschirmpixel</translation>
    </message>
    <message>
        <source>&amp;Coarser Level</source>
        <translation>Gröbere &amp;Stufe</translation>
    </message>
    <message>
        <source>Move every view one level down</source>
        <translation>Jede Ansicht eine Stufe nach unten bewegen</translation>
    </message>
    <message>
        <source>&amp;Finer Level</source>
        <translation>Feinere St&amp;ufe</translation>
    </message>
    <message>
        <source>Move every view one level up</source>
        <translation>Jede Ansicht eine Stufe nach oben bewegen</translation>
    </message>
    <message>
        <source>Pl&amp;ay the Levels</source>
        <translation>Stufen &amp;abspielen</translation>
    </message>
    <message>
        <source>Go through the levels, coarse to fine, again and again</source>
        <translation>Die Stufen von grob nach fein durchlaufen, immer wieder</translation>
    </message>
    <message>
        <source>&amp;Previous Image</source>
        <translation>Voriges &amp;Bild</translation>
    </message>
    <message>
        <source>Show the image before in the library</source>
        <translation>Das vorige Bild der Bibliothek zeigen</translation>
    </message>
    <message>
        <source>&amp;Next Image</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>Show the next image of the library</source>
        <translation>Das nächste Bild der Bibliothek zeigen</translation>
    </message>
    <message>
        <source>Move along the checkpoints of the run that the model belongs to</source>
        <translation>Durch die Checkpoints des Laufs gehen, zu dem das Modell gehört</translation>
    </message>
    <message>
        <source>&amp;Earlier Checkpoint of A</source>
        <translation>Früherer &amp;Checkpoint von A</translation>
    </message>
    <message>
        <source>&amp;Later Checkpoint of A</source>
        <translation>Späterer C&amp;heckpoint von A</translation>
    </message>
    <message>
        <source>Earlier Checkpoint of B</source>
        <translation>Früherer Checkpoint von B</translation>
    </message>
    <message>
        <source>Later Checkpoint of B</source>
        <translation>Späterer Checkpoint von B</translation>
    </message>
    <message>
        <source>&amp;Reconstruction</source>
        <translation>Rek&amp;onstruktion</translation>
    </message>
    <message>
        <source>What the levels up to this one reconstruct</source>
        <translation>Was die Stufen bis zu dieser rekonstruieren</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>Or&amp;iginal</translation>
    </message>
    <message>
        <source>The image as it went into the model</source>
        <translation>Das Bild, wie es ins Modell ging</translation>
    </message>
    <message>
        <source>Resi&amp;dual</source>
        <translation>Resi&amp;duum</translation>
    </message>
    <message>
        <source>What this level added to the one before, signed</source>
        <translation>Was diese Stufe der vorigen hinzufügte, mit Vorzeichen</translation>
    </message>
    <message>
        <source>&amp;Absolute Error</source>
        <translation>Absolu&amp;te Abweichung</translation>
    </message>
    <message>
        <source>How far each pixel is from the original</source>
        <translation>Wie weit jedes Pixel vom Original abweicht</translation>
    </message>
    <message>
        <source>&amp;Signed Error</source>
        <translation>Abweichung &amp;mit Vorzeichen</translation>
    </message>
    <message>
        <source>Reconstruction minus original, per pixel</source>
        <translation>Rekonstruktion minus Original, je Pixel</translation>
    </message>
    <message>
        <source>Co&amp;mmutation Check</source>
        <translation>Kommutationsprüfun&amp;g</translation>
    </message>
    <message>
        <source>Does the decoder commute with downsampling? (HieraTok, appendix B)</source>
        <translation>Kommutiert der Decoder mit dem Herunterskalieren? (HieraTok, Anhang B)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleich</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>Vergleichen &amp;mit</translation>
    </message>
    <message>
        <source>Only &amp;A</source>
        <translation>Nur &amp;A</translation>
    </message>
    <message>
        <source>Show A alone; hold B to see B in its place</source>
        <translation>A allein zeigen; B halten, um B an seiner Stelle zu sehen</translation>
    </message>
    <message>
        <source>&amp;Side by Side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>A and B beside each other</source>
        <translation>A und B nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>&amp;Wischen</translation>
    </message>
    <message>
        <source>A and B over each other, with a line to drag</source>
        <translation>A und B übereinander, mit einer Linie zum Ziehen</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Differenz</translation>
    </message>
    <message>
        <source>A minus B, signed</source>
        <translation>A minus B, mit Vorzeichen</translation>
    </message>
    <message>
        <source>S&amp;wap A and B</source>
        <translation>A und B &amp;tauschen</translation>
    </message>
    <message>
        <source>A becomes B and B becomes A</source>
        <translation>A wird B, und B wird A</translation>
    </message>
    <message>
        <source>&amp;Compare No Longer</source>
        <translation>Vergleich &amp;beenden</translation>
    </message>
    <message>
        <source>Take B away; nothing that was computed is lost</source>
        <translation>B wegnehmen; nichts Berechnetes geht verloren</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Filmstrip</source>
        <translation>&amp;Filmstreifen</translation>
    </message>
    <message>
        <source>Show or hide the row of images under the view</source>
        <translation>Die Bilderreihe unter der Ansicht ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Light &amp;Theme</source>
        <translation>&amp;Helles Design</translation>
    </message>
    <message>
        <source>Dark text on light panels</source>
        <translation>Dunkler Text auf hellen Leisten</translation>
    </message>
    <message>
        <source>&amp;Reset the Layout</source>
        <translation>&amp;Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Put every panel back to its first place and size</source>
        <translation>Jede Leiste an ihren ersten Platz und auf ihre erste Größe setzen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Search &amp;Actions…</source>
        <translation>Aktionen &amp;suchen…</translation>
    </message>
    <message>
        <source>Find any action by a few letters of its name</source>
        <translation>Jede Aktion mit wenigen Buchstaben ihres Namens finden</translation>
    </message>
    <message>
        <source>Show the &amp;Hint</source>
        <translation>&amp;Hinweis zeigen</translation>
    </message>
    <message>
        <source>Show the line for newcomers again</source>
        <translation>Die Zeile für Neulinge wieder zeigen</translation>
    </message>
    <message>
        <source>&amp;About Hierascope</source>
        <translation>Ü&amp;ber Hierascope</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>Gen&amp;erate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <source>How a generator writes an image, step by step</source>
        <translation>Wie ein Generator ein Bild schreibt, Schritt für Schritt</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <source>Begin with the settings and go through all steps</source>
        <translation>Mit den Einstellungen beginnen und alle Schritte gehen</translation>
    </message>
    <message>
        <source>One &amp;Step On</source>
        <translation>Einen &amp;Schritt weiter</translation>
    </message>
    <message>
        <source>Move the step cursor on, and compute the step where it is missing</source>
        <translation>Den Schrittzeiger weiterbewegen und den Schritt berechnen, wo er fehlt</translation>
    </message>
    <message>
        <source>&amp;Play or Stop</source>
        <translation>A&amp;bspielen oder anhalten</translation>
    </message>
    <message>
        <source>Compute what is missing, or go through the steps again; or stop it</source>
        <translation>Berechnen, was fehlt, oder die Schritte noch einmal durchgehen; oder anhalten</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>Sch&amp;leife</translation>
    </message>
    <message>
        <source>Begin again at the end of the steps</source>
        <translation>Am Ende der Schritte von vorn beginnen</translation>
    </message>
    <message>
        <source>Step &amp;Before</source>
        <translation>Schritt &amp;zurück</translation>
    </message>
    <message>
        <source>Move the step cursor back</source>
        <translation>Den Schrittzeiger zurückbewegen</translation>
    </message>
    <message>
        <source>Step &amp;After</source>
        <translation>Schritt &amp;vor</translation>
    </message>
    <message>
        <source>Move the step cursor on, over steps that are there</source>
        <translation>Den Schrittzeiger über vorhandene Schritte weiterbewegen</translation>
    </message>
    <message>
        <source>Branch &amp;Here</source>
        <translation>&amp;Hier verzweigen</translation>
    </message>
    <message>
        <source>Go on behind the step under the cursor with the settings</source>
        <translation>Hinter dem Schritt am Zeiger mit den Einstellungen fortfahren</translation>
    </message>
    <message>
        <source>Branch A&amp;bove</source>
        <translation>Zweig &amp;darüber</translation>
    </message>
    <message>
        <source>Show the branch above in the tree</source>
        <translation>Den Zweig darüber im Baum zeigen</translation>
    </message>
    <message>
        <source>Branch Belo&amp;w</source>
        <translation>Zweig dar&amp;unter</translation>
    </message>
    <message>
        <source>Show the branch below in the tree</source>
        <translation>Den Zweig darunter im Baum zeigen</translation>
    </message>
    <message>
        <source>&amp;Remove Branch</source>
        <translation>Zweig ent&amp;fernen</translation>
    </message>
    <message>
        <source>Take the branch away with those that begin in it; undo brings it back</source>
        <translation>Den Zweig mit denen, die in ihm beginnen, entfernen; Rückgängig bringt ihn zurück</translation>
    </message>
    <message>
        <source>Ran&amp;dom Seed</source>
        <translation>Zufälliger Star&amp;twert</translation>
    </message>
    <message>
        <source>Take a random seed</source>
        <translation>Einen zufälligen Startwert nehmen</translation>
    </message>
    <message>
        <source>Grid of &amp;Nine Seeds</source>
        <translation>Raster mit &amp;neun Startwerten</translation>
    </message>
    <message>
        <source>Show nine seeds at once, or one picture large again</source>
        <translation>Neun Startwerte zugleich zeigen oder wieder ein Bild groß</translation>
    </message>
    <message>
        <source>Loc&amp;k Step with Another Generator</source>
        <translation>&amp;Gleichschritt mit anderem Generator</translation>
    </message>
    <message>
        <source>Run another generator of the library as B beside A, or stop that</source>
        <translation>Einen anderen Generator der Bibliothek als B neben A laufen lassen oder das beenden</translation>
    </message>
    <message>
        <source>&amp;Open the Generator Demo</source>
        <translation>Generator-Demo ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open the demo&apos;s generators and generate an image</source>
        <translation>Die Generatoren der Demo öffnen und ein Bild erzeugen</translation>
    </message>
    <message>
        <source>Image &amp;Hierarchies</source>
        <translation>Bild&amp;hierarchien</translation>
    </message>
    <message>
        <source>The image tokens inside of the encoder, merged again and again (ResTok)</source>
        <translation>Die Bild-Token im Encoder, wieder und wieder zusammengefasst (ResTok)</translation>
    </message>
    <message>
        <source>&amp;Latents</source>
        <translation>&amp;Latents</translation>
    </message>
    <message>
        <source>Where the tokens lie in latent space, and how evenly</source>
        <translation>Wo die Tokens im latenten Raum liegen, und wie gleichmäßig</translation>
    </message>
    <message>
        <source>Make, Pause or &amp;Continue the Map</source>
        <translation>Karte &amp;machen, anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Gather the points and lay them out, or pause, or go on</source>
        <translation>Die Punkte sammeln und auslegen, oder anhalten, oder weitermachen</translation>
    </message>
    <message>
        <source>&amp;Restart with the Next Seed</source>
        <translation>Mit dem nächsten Startwert &amp;neu beginnen</translation>
    </message>
    <message>
        <source>The same points from the start</source>
        <translation>Dieselben Punkte von vorn</translation>
    </message>
    <message>
        <source>&amp;More Iterations</source>
        <translation>M&amp;ehr Schritte</translation>
    </message>
    <message>
        <source>Go on with the map for 500 iterations</source>
        <translation>Die Karte 500 Schritte weiterrechnen</translation>
    </message>
    <message>
        <source>Measure over &amp;Five Seeds</source>
        <translation>Über &amp;fünf Startwerte messen</translation>
    </message>
    <message>
        <source>Repeat sampling and map with five seeds: mean and deviation of CV, Gini and entropy, of A and of B</source>
        <translation>Ziehung und Karte mit fünf Startwerten wiederholen: Mittel und Abweichung von CV, Gini und Entropie, von A und von B</translation>
    </message>
    <message>
        <source>Map the Demo&apos;s &amp;Images</source>
        <translation>&amp;Bilder der Demo auslegen</translation>
    </message>
    <message>
        <source>Gather the latent vectors of the demo&apos;s images and lay them out</source>
        <translation>Die latenten Vektoren der Demo-Bilder sammeln und auslegen</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>&amp;Punkte</translation>
    </message>
    <message>
        <source>A disc for each token</source>
        <translation>Eine Scheibe für jedes Token</translation>
    </message>
    <message>
        <source>P&amp;ictures</source>
        <translation>B&amp;ilder</translation>
    </message>
    <message>
        <source>What the tokens show, as many as do not overlap</source>
        <translation>Was die Tokens zeigen, so viele sich nicht überdecken</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>&amp;Dichte</translation>
    </message>
    <message>
        <source>How densely the points lie, with contours</source>
        <translation>Wie dicht die Punkte liegen, mit Höhenlinien</translation>
    </message>
    <message>
        <source>Three Dimensions</source>
        <translation>Drei Dimensionen</translation>
    </message>
    <message>
        <source>A cloud in space instead of a map in the plane</source>
        <translation>Eine Wolke im Raum statt einer Karte in der Ebene</translation>
    </message>
    <message>
        <source>C&amp;olour by</source>
        <translation>&amp;Farbe nach</translation>
    </message>
    <message>
        <source>Colour by: %1</source>
        <translation>Farbe nach: %1</translation>
    </message>
    <message>
        <source>What the colour of a point says</source>
        <translation>Was die Farbe eines Punktes sagt</translation>
    </message>
    <message>
        <source>&amp;Maps of A and B</source>
        <translation>&amp;Karten von A und B</translation>
    </message>
    <message>
        <source>Map of A Alone</source>
        <translation>Nur die Karte von A</translation>
    </message>
    <message>
        <source>The map of A alone</source>
        <translation>Nur die Karte von A</translation>
    </message>
    <message>
        <source>Maps Side by Side</source>
        <translation>Karten nebeneinander</translation>
    </message>
    <message>
        <source>A and B beside each other: one camera, one selection</source>
        <translation>A und B nebeneinander: eine Kamera, eine Auswahl</translation>
    </message>
    <message>
        <source>Morph from A to B</source>
        <translation>Übergang von A nach B</translation>
    </message>
    <message>
        <source>One map: the points of B go from where A has them</source>
        <translation>Eine Karte: Die Punkte von B kommen von dort, wo A sie hat</translation>
    </message>
    <message>
        <source>Move the Map</source>
        <translation>Die Karte bewegen</translation>
    </message>
    <message>
        <source>A drag moves the map, a click selects a point</source>
        <translation>Ziehen bewegt die Karte, ein Klick wählt einen Punkt</translation>
    </message>
    <message>
        <source>Select with a Rectangle</source>
        <translation>Mit einem Rechteck auswählen</translation>
    </message>
    <message>
        <source>A drag selects a rectangle; Shift adds, Ctrl takes away</source>
        <translation>Ziehen wählt ein Rechteck; Umschalt fügt hinzu, Strg nimmt weg</translation>
    </message>
    <message>
        <source>Select with a &amp;Lasso</source>
        <translation>Mit einem &amp;Lasso auswählen</translation>
    </message>
    <message>
        <source>A drag selects what it goes around; Shift adds, Ctrl takes away</source>
        <translation>Ziehen wählt, was es umrundet; Umschalt fügt hinzu, Strg nimmt weg</translation>
    </message>
    <message>
        <source>Select with a &amp;Brush</source>
        <translation>Mit einem Pin&amp;sel auswählen</translation>
    </message>
    <message>
        <source>A drag selects what it touches; Shift adds, Ctrl takes away</source>
        <translation>Ziehen wählt, was es berührt; Umschalt fügt hinzu, Strg nimmt weg</translation>
    </message>
    <message>
        <source>Select &amp;All Points</source>
        <translation>&amp;Alle Punkte auswählen</translation>
    </message>
    <message>
        <source>Select every point of the map</source>
        <translation>Jeden Punkt der Karte auswählen</translation>
    </message>
    <message>
        <source>In&amp;vert the Selection</source>
        <translation>Auswahl &amp;umkehren</translation>
    </message>
    <message>
        <source>Select all points that are not selected</source>
        <translation>Alle Punkte auswählen, die nicht ausgewählt sind</translation>
    </message>
    <message>
        <source>&amp;Save the Selection as a Subset…</source>
        <translation>Auswahl als &amp;Teilmenge merken…</translation>
    </message>
    <message>
        <source>Give the selected points a name, to find them again</source>
        <translation>Den ausgewählten Punkten einen Namen geben, um sie wiederzufinden</translation>
    </message>
    <message>
        <source>E&amp;xport Points…</source>
        <translation>Punkte e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Save the selected points, or all, with their vectors and places</source>
        <translation>Die ausgewählten Punkte speichern, oder alle, mit Vektoren und Orten</translation>
    </message>
    <message>
        <source>T&amp;rain</source>
        <translation>T&amp;raining</translation>
    </message>
    <message>
        <source>Start, watch and compare trainings</source>
        <translation>Trainings starten, beobachten und vergleichen</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;New Run…</source>
        <translation>&amp;Neuer Lauf …</translation>
    </message>
    <message>
        <source>Choose settings and data for a training</source>
        <translation>Einstellungen und Daten für ein Training wählen</translation>
    </message>
    <message>
        <source>&amp;Start or Resume the Run</source>
        <translation>Lauf &amp;starten oder fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause the Run</source>
        <translation>Lauf an&amp;halten</translation>
    </message>
    <message>
        <source>S&amp;top the Run</source>
        <translation>Lauf s&amp;toppen</translation>
    </message>
    <message>
        <source>&amp;Extend the Run</source>
        <translation>Lauf &amp;verlängern</translation>
    </message>
    <message>
        <source>Sample &amp;Now</source>
        <translation>&amp;Bilder jetzt schreiben</translation>
    </message>
    <message>
        <source>Save a &amp;Checkpoint Now</source>
        <translation>Jetzt einen &amp;Checkpoint sichern</translation>
    </message>
    <message>
        <source>&amp;Duplicate the Run with Changes…</source>
        <translation>Lauf mit Änderungen &amp;duplizieren …</translation>
    </message>
    <message>
        <source>Open the Run&apos;s &amp;Folder</source>
        <translation>&amp;Ordner des Laufs öffnen</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <source>Start runs one after the other: a new one waits while another one trains</source>
        <translation>Läufe nacheinander starten: ein neuer wartet, solange ein anderer trainiert</translation>
    </message>
    <message>
        <source>Choose the &amp;Runs Folder…</source>
        <translation>O&amp;rdner der Läufe wählen …</translation>
    </message>
    <message>
        <source>Runs are listed from it and made in it</source>
        <translation>Läufe stehen und entstehen in ihm</translation>
    </message>
    <message>
        <source>Stay A&amp;wake While Training</source>
        <translation>Beim Training &amp;wach bleiben</translation>
    </message>
    <message>
        <source>This computer does not go to sleep while one of its runs trains and this window is open</source>
        <translation>Dieser Rechner geht nicht schlafen, solange einer seiner Läufe trainiert und dieses Fenster offen ist</translation>
    </message>
    <message>
        <source>A&amp;ttention</source>
        <translation>&amp;Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Who reads whom, and what really depends on what</source>
        <translation>Wer wen liest, und was wirklich wovon abhängt</translation>
    </message>
    <message>
        <source>&amp;Attention</source>
        <translation>&amp;Aufmerksamkeit</translation>
    </message>
    <message>
        <source>&amp;Maps over the Image</source>
        <translation>&amp;Karten über dem Bild</translation>
    </message>
    <message>
        <source>The selected token&apos;s attention over the image</source>
        <translation>Die Aufmerksamkeit des gewählten Tokens über dem Bild</translation>
    </message>
    <message>
        <source>All &amp;Heads</source>
        <translation>Alle K&amp;öpfe</translation>
    </message>
    <message>
        <source>Every head of every layer as a small map</source>
        <translation>Jeder Kopf jeder Schicht als kleine Karte</translation>
    </message>
    <message>
        <source>Declared Mas&amp;k</source>
        <translation>Erklärte &amp;Maske</translation>
    </message>
    <message>
        <source>The declared mask, and a head&apos;s attention of all tokens</source>
        <translation>Die erklärte Maske, und die Aufmerksamkeit eines Kopfes für alle Tokens</translation>
    </message>
    <message>
        <source>&amp;Summary from Level to Level</source>
        <translation>&amp;Summe von Stufe zu Stufe</translation>
    </message>
    <message>
        <source>How much of each level&apos;s attention goes to each level</source>
        <translation>Wie viel der Aufmerksamkeit jeder Stufe zu jeder Stufe geht</translation>
    </message>
    <message>
        <source>Measured &amp;Influence</source>
        <translation>Gemessener &amp;Einfluss</translation>
    </message>
    <message>
        <source>Disturb the selected token and see what moves</source>
        <translation>Das gewählte Token stören und sehen, was sich bewegt</translation>
    </message>
    <message>
        <source>&amp;Audit of the Mask</source>
        <translation>&amp;Prüfung der Maske</translation>
    </message>
    <message>
        <source>Declared against measured dependency: leaks</source>
        <translation>Erklärte gegen gemessene Abhängigkeit: Lecks</translation>
    </message>
    <message>
        <source>&amp;Encoder or Decoder</source>
        <translation>En&amp;coder oder Decoder</translation>
    </message>
    <message>
        <source>Look into the other part of the model</source>
        <translation>In den anderen Teil des Modells sehen</translation>
    </message>
    <message>
        <source>&amp;Reads or Is Read</source>
        <translation>&amp;Liest oder wird gelesen</translation>
    </message>
    <message>
        <source>Whom the token reads, or who reads it</source>
        <translation>Wen das Token liest, oder wer es liest</translation>
    </message>
    <message>
        <source>&amp;Previous Layer</source>
        <translation>&amp;Vorige Schicht</translation>
    </message>
    <message>
        <source>Look one layer earlier</source>
        <translation>Eine Schicht früher ansehen</translation>
    </message>
    <message>
        <source>&amp;Next Layer</source>
        <translation>&amp;Nächste Schicht</translation>
    </message>
    <message>
        <source>Look one layer later</source>
        <translation>Eine Schicht später ansehen</translation>
    </message>
    <message>
        <source>Pre&amp;vious Head</source>
        <translation>V&amp;origer Kopf</translation>
    </message>
    <message>
        <source>The head before; before the first comes the mean of all</source>
        <translation>Der Kopf davor; vor dem ersten kommt das Mittel aller</translation>
    </message>
    <message>
        <source>Ne&amp;xt Head</source>
        <translation>Nä&amp;chster Kopf</translation>
    </message>
    <message>
        <source>The next head of the layer</source>
        <translation>Der nächste Kopf der Schicht</translation>
    </message>
    <message>
        <source>&amp;Order of the Heads</source>
        <translation>&amp;Reihenfolge der Köpfe</translation>
    </message>
    <message>
        <source>By layer, by entropy, or by distance</source>
        <translation>Nach Schicht, nach Entropie oder nach Entfernung</translation>
    </message>
    <message>
        <source>Next &amp;Disturbance</source>
        <translation>Nächste S&amp;törung</translation>
    </message>
    <message>
        <source>Zero, mean, noise, or the mask token</source>
        <translation>Null, Mittel, Rauschen oder das Masken-Token</translation>
    </message>
    <message>
        <source>&amp;Copy the Numbers</source>
        <translation>&amp;Zahlen kopieren</translation>
    </message>
    <message>
        <source>Copy the numbers of this look as a Markdown table</source>
        <translation>Die Zahlen dieser Ansicht als Markdown-Tabelle kopieren</translation>
    </message>
    <message>
        <source>Code&amp;book</source>
        <translation>Code&amp;buch</translation>
    </message>
    <message>
        <source>What each code is used for, or each channel</source>
        <translation>Wozu jeder Code dient, oder jeder Kanal</translation>
    </message>
    <message>
        <source>&amp;Count, or Stop Counting</source>
        <translation>&amp;Zählen oder Zählen anhalten</translation>
    </message>
    <message>
        <source>Encode the images and count their codes, or keep what there is</source>
        <translation>Bilder kodieren und ihre Codes zählen, oder behalten, was da ist</translation>
    </message>
    <message>
        <source>Count a &amp;Folder…</source>
        <translation>Einen &amp;Ordner zählen…</translation>
    </message>
    <message>
        <source>Count the codes of a folder&apos;s images</source>
        <translation>Die Codes der Bilder eines Ordners zählen</translation>
    </message>
    <message>
        <source>Count a Data Set in One F&amp;ile…</source>
        <translation>Einen Datensatz in einer Date&amp;i zählen…</translation>
    </message>
    <message>
        <source>Count the codes of an IDX file or another packed set</source>
        <translation>Die Codes einer IDX-Datei oder eines anderen gepackten Satzes zählen</translation>
    </message>
    <message>
        <source>Count the &amp;Demo&apos;s Images</source>
        <translation>Bilder der &amp;Demo zählen</translation>
    </message>
    <message>
        <source>Show the Codebook view and count the codes of the demo&apos;s images</source>
        <translation>Die Ansicht Codebuch zeigen und die Codes der Demobilder zählen</translation>
    </message>
    <message>
        <source>Codes as a &amp;Grid</source>
        <translation>Codes als &amp;Raster</translation>
    </message>
    <message>
        <source>Every code as a cell</source>
        <translation>Jeder Code als Zelle</translation>
    </message>
    <message>
        <source>Codes as a &amp;Map</source>
        <translation>Codes als &amp;Karte</translation>
    </message>
    <message>
        <source>Every code where PCA lays its vector</source>
        <translation>Jeder Code dort, wohin PCA seinen Vektor legt</translation>
    </message>
    <message>
        <source>Next &amp;Order of the Codes</source>
        <translation>Nächste R&amp;eihenfolge der Codes</translation>
    </message>
    <message>
        <source>By usage, by number, or by level</source>
        <translation>Nach Nutzung, Nummer oder Stufe</translation>
    </message>
    <message>
        <source>Usage of the Level &amp;Before</source>
        <translation>Nutzung der Stufe da&amp;vor</translation>
    </message>
    <message>
        <source>Show the usage of a coarser level; before the first come all</source>
        <translation>Die Nutzung einer gröberen Stufe zeigen; vor der ersten stehen alle</translation>
    </message>
    <message>
        <source>Usage of the &amp;Next Level</source>
        <translation>Nutzung der &amp;nächsten Stufe</translation>
    </message>
    <message>
        <source>Show the usage of a finer level</source>
        <translation>Die Nutzung einer feineren Stufe zeigen</translation>
    </message>
    <message>
        <source>&amp;Previous Channel</source>
        <translation>&amp;Vorheriger Kanal</translation>
    </message>
    <message>
        <source>Traverse the channel before</source>
        <translation>Den Kanal davor durchlaufen</translation>
    </message>
    <message>
        <source>Next C&amp;hannel</source>
        <translation>Näc&amp;hster Kanal</translation>
    </message>
    <message>
        <source>Traverse the next channel</source>
        <translation>Den nächsten Kanal durchlaufen</translation>
    </message>
    <message>
        <source>Cop&amp;y the Numbers</source>
        <translation>Zahlen ko&amp;pieren</translation>
    </message>
    <message>
        <source>Copy the numbers of this view as a Markdown table</source>
        <translation>Die Zahlen dieser Ansicht als Markdown-Tabelle kopieren</translation>
    </message>
    <message>
        <source>Play the Chec&amp;kpoints</source>
        <translation>Chec&amp;kpoints abspielen</translation>
    </message>
    <message>
        <source>Go through the checkpoints of A&apos;s run, each as soon as it is computed</source>
        <translation>Die Checkpoints des Laufs von A durchgehen, jeden, sobald er berechnet ist</translation>
    </message>
    <message>
        <source>Select the Codes That Differ</source>
        <translation>Abweichende Codes auswählen</translation>
    </message>
    <message>
        <source>Select every token whose code is another in B; they light up in all views</source>
        <translation>Jedes Token auswählen, dessen Code in B ein anderer ist; sie leuchten in allen Ansichten</translation>
    </message>
    <message>
        <source>We&amp;ights That Moved…</source>
        <translation>&amp;Veränderte Gewichte …</translation>
    </message>
    <message>
        <source>List the tensors of A and B, the one that moved most first</source>
        <translation>Die Tensoren von A und B auflisten, den am stärksten veränderten zuerst</translation>
    </message>
    <message>
        <source>Demo: &amp;Multi-Scale against Single-Scale</source>
        <translation>Demo: &amp;Mehrere Skalen gegen eine</translation>
    </message>
    <message>
        <source>HieraTok&apos;s comparison: five scales as A, one scale as B, on the same image</source>
        <translation>Der Vergleich aus HieraTok: fünf Skalen als A, eine als B, auf demselben Bild</translation>
    </message>
    <message>
        <source>Demo: &amp;HAR against AR</source>
        <translation>Demo: &amp;HAR gegen AR</translation>
    </message>
    <message>
        <source>ResTok&apos;s comparison: nine steps as A, one for each token as B, from the same seed</source>
        <translation>Der Vergleich aus ResTok: neun Schritte als A, einer je Token als B, vom selben Startwert</translation>
    </message>
    <message>
        <source>Pixels That Edits Mo&amp;ved</source>
        <translation>Durch Änderungen be&amp;wegte Pixel</translation>
    </message>
    <message>
        <source>Edited minus unedited, where tokens are edited</source>
        <translation>Geändert minus ungeändert, wo Token geändert sind</translation>
    </message>
    <message>
        <source>To&amp;kens</source>
        <translation>To&amp;ken</translation>
    </message>
    <message>
        <source>&amp;Edit Tokens</source>
        <translation>Token ä&amp;ndern</translation>
    </message>
    <message>
        <source>Put something else in the place of tokens and see what it does</source>
        <translation>Anderes an die Stelle von Token setzen und sehen, was geschieht</translation>
    </message>
    <message>
        <source>Replace by the &amp;Nearest Code</source>
        <translation>Durch den &amp;nächsten Code ersetzen</translation>
    </message>
    <message>
        <source>The code whose vector is nearest to each selected token&apos;s own</source>
        <translation>Der Code, dessen Vektor dem jedes gewählten Tokens am nächsten ist</translation>
    </message>
    <message>
        <source>Replace by a &amp;Code</source>
        <translation>Durch einen &amp;Code ersetzen</translation>
    </message>
    <message>
        <source>The code whose number the panel shows</source>
        <translation>Der Code, dessen Nummer die Leiste zeigt</translation>
    </message>
    <message>
        <source>Replace by &amp;Zero</source>
        <translation>Durch N&amp;ull ersetzen</translation>
    </message>
    <message>
        <source>Numbers that are all zero</source>
        <translation>Lauter Nullen</translation>
    </message>
    <message>
        <source>Replace by the &amp;Mask Token</source>
        <translation>Durch das &amp;Maskentoken ersetzen</translation>
    </message>
    <message>
        <source>The token that the model learnt for a gap</source>
        <translation>Das Token, das das Modell für eine Lücke gelernt hat</translation>
    </message>
    <message>
        <source>Add N&amp;oise</source>
        <translation>&amp;Rauschen addieren</translation>
    </message>
    <message>
        <source>Add normal noise to the selected tokens</source>
        <translation>Normalverteiltes Rauschen zu den gewählten Token addieren</translation>
    </message>
    <message>
        <source>&amp;Interpolate with the Source</source>
        <translation>Mit der Quelle m&amp;ischen</translation>
    </message>
    <message>
        <source>Between each selected token and the source&apos;s at its place</source>
        <translation>Zwischen jedem gewählten Token und dem der Quelle an seiner Stelle</translation>
    </message>
    <message>
        <source>&amp;Take the Source&apos;s Tokens</source>
        <translation>&amp;Token der Quelle nehmen</translation>
    </message>
    <message>
        <source>The tokens of B or another image at the places of the selected ones</source>
        <translation>Die Token von B oder einem anderen Bild an den Stellen der gewählten</translation>
    </message>
    <message>
        <source>Take the Source&apos;s Whole &amp;Level</source>
        <translation>Ganze &amp;Stufe der Quelle nehmen</translation>
    </message>
    <message>
        <source>What if this level came from the other image?</source>
        <translation>Was wäre, wenn diese Stufe aus dem anderen Bild käme?</translation>
    </message>
    <message>
        <source>Copy To&amp;kens</source>
        <translation>Token &amp;kopieren</translation>
    </message>
    <message>
        <source>Keep the selected tokens; they can be put into any image</source>
        <translation>Die gewählten Token merken; sie lassen sich in jedes Bild einsetzen</translation>
    </message>
    <message>
        <source>&amp;Paste Tokens</source>
        <translation>Token &amp;einfügen</translation>
    </message>
    <message>
        <source>Put the copied tokens on the selected ones</source>
        <translation>Die kopierten Token auf die gewählten setzen</translation>
    </message>
    <message>
        <source>P&amp;aste Tokens in Place</source>
        <translation>Token &amp;an ihre Stelle einfügen</translation>
    </message>
    <message>
        <source>Put the copied tokens where they were copied</source>
        <translation>Die kopierten Token dorthin setzen, wo sie kopiert wurden</translation>
    </message>
    <message>
        <source>&amp;Restore Tokens</source>
        <translation>Token &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Put back what stood in the place of the selected tokens</source>
        <translation>Zurückstellen, was an der Stelle der gewählten Token stand</translation>
    </message>
    <message>
        <source>Show the Image &amp;Unedited</source>
        <translation>Das Bild un&amp;geändert zeigen</translation>
    </message>
    <message>
        <source>Show the image without edits; they stay in the history</source>
        <translation>Das Bild ohne Änderungen zeigen; sie bleiben im Verlauf</translation>
    </message>
    <message>
        <source>Compare &amp;with the Unedited Image</source>
        <translation>Mit dem ungeänderten Bild &amp;vergleichen</translation>
    </message>
    <message>
        <source>Make B the same image without edits, beside this one</source>
        <translation>B wird dasselbe Bild ohne Änderungen, neben diesem</translation>
    </message>
    <message>
        <source>Earlier E&amp;dit</source>
        <translation>Frü&amp;here Änderung</translation>
    </message>
    <message>
        <source>Show one edit less</source>
        <translation>Eine Änderung weniger zeigen</translation>
    </message>
    <message>
        <source>Later Edit</source>
        <translation>Spätere Änderung</translation>
    </message>
    <message>
        <source>Show one edit more</source>
        <translation>Eine Änderung mehr zeigen</translation>
    </message>
    <message>
        <source>Open &amp;Session…</source>
        <translation>&amp;Sitzung öffnen …</translation>
    </message>
    <message>
        <source>Show again what a session file holds: subjects, cursors, views</source>
        <translation>Wieder zeigen, was eine Sitzungsdatei enthält: Gegenstände, Zeiger, Ansichten</translation>
    </message>
    <message>
        <source>&amp;Save Session</source>
        <translation>Sitzung &amp;speichern</translation>
    </message>
    <message>
        <source>Keep what the window shows in its session file</source>
        <translation>Was das Fenster zeigt, in seiner Sitzungsdatei behalten</translation>
    </message>
    <message>
        <source>Save Session &amp;As…</source>
        <translation>Sitzung speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Keep what the window shows in another session file</source>
        <translation>Was das Fenster zeigt, in einer anderen Sitzungsdatei behalten</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::WindowDocks</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Show or hide the panel %1</source>
        <translation>Die Leiste %1 ein- oder ausblenden</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::WipeHandle</name>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>A lies to the left of the line, B to the right</source>
        <translation>A liegt links der Linie, B rechts</translation>
    </message>
    <message>
        <source>Drag or arrow keys: A to the left, B to the right; double click: the middle</source>
        <translation>Ziehen oder Pfeiltasten: A nach links, B nach rechts; Doppelklick: Mitte</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Workbench</name>
    <message>
        <source>Looking at files</source>
        <translation>Dateien werden durchgesehen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>%1 wird durchgesehen</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Reconstructing %1</source>
        <translation>%1 wird rekonstruiert</translation>
    </message>
    <message>
        <source>Decoding edited tokens of %1</source>
        <translation>Geänderte Token von %1 werden dekodiert</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AttentionEdit</name>
    <message>
        <source>Look of the Attention</source>
        <translation>注意力的显示方式</translation>
    </message>
    <message>
        <source>Part of the Model</source>
        <translation>模型的部分</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Order of the Heads</source>
        <translation>头的排序</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>扰动</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>词元</translation>
    </message>
</context>
<context>
    <name>AttentionText</name>
    <message>
        <source>Image %1 × %2</source>
        <translation>图像 %1 × %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>词元 %1</translation>
    </message>
    <message>
        <source>Tokens %1–%2</source>
        <translation>词元 %1–%2</translation>
    </message>
    <message>
        <source>%1, number %2</source>
        <translation>%1，第 %2 个</translation>
    </message>
    <message>
        <source>%1, row %2, column %3</source>
        <translation>%1，第 %2 行，第 %3 列</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>layer %1, mean of the heads</source>
        <translation>第 %1 层，各头平均</translation>
    </message>
    <message>
        <source>layer %1, head %2</source>
        <translation>第 %1 层，头 %2</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Mean of its level</source>
        <translation>所在层级的均值</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Mask token</source>
        <translation>掩码词元</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>No score: the attention or the change is the same in every cell.</source>
        <translation>没有分数：注意力或变化在每个格子中都相同。</translation>
    </message>
    <message>
        <source>What reads the token most moves most: this attention foretells the influence well.</source>
        <translation>读取该词元最多之处变化也最大：这一注意力很好地预示了影响。</translation>
    </message>
    <message>
        <source>Where the token is read more, more moves, with many exceptions.</source>
        <translation>词元被读取越多之处变化越大，但例外很多。</translation>
    </message>
    <message>
        <source>This attention hardly foretells the influence: other layers, heads and ways carry it.</source>
        <translation>这一注意力几乎不能预示影响：影响经由其他层、头和途径传递。</translation>
    </message>
    <message>
        <source>Where the token is read most, least moves: this attention is no measure of the influence.</source>
        <translation>词元被读取最多之处变化最小：这一注意力不能衡量影响。</translation>
    </message>
</context>
<context>
    <name>AttentionTour</name>
    <message>
        <source>The selected token&apos;s attention over the image, coarse to fine, and the heads of the layer with entropy and reach.</source>
        <translation>所选词元在图像上的注意力，由粗到细，以及该层各头的熵与作用范围。</translation>
    </message>
    <message>
        <source>The other direction: who reads the token.</source>
        <translation>另一个方向：谁读取该词元。</translation>
    </message>
    <message>
        <source>Inside the encoder: the image&apos;s own tokens.</source>
        <translation>编码器内部：图像自身的词元。</translation>
    </message>
    <message>
        <source>All heads of all layers, the one with the lowest entropy first.</source>
        <translation>所有层的所有头，熵最低者在前。</translation>
    </message>
    <message>
        <source>The declared mask with its levels, and what a head makes of it.</source>
        <translation>声明的掩码及其层级，以及一个头的实际注意力。</translation>
    </message>
    <message>
        <source>How much of each level&apos;s attention goes to each level, layer by layer.</source>
        <translation>各层级的注意力有多少流向各层级，逐层显示。</translation>
    </message>
    <message>
        <source>The token is disturbed: what moves, beside who reads it, and how well the one foretells the other.</source>
        <translation>扰动该词元：什么在变化，旁边是谁读取它，以及二者的吻合程度。</translation>
    </message>
    <message>
        <source>The mask audited: what each level&apos;s picture may depend on, and does.</source>
        <translation>审查掩码：每个层级的图像可以依赖什么，实际依赖什么。</translation>
    </message>
    <message>
        <source>Two models, one selection: their maps side by side.</source>
        <translation>两个模型，同一选择：注意力图并排。</translation>
    </message>
    <message>
        <source>A beside B, and what differs where it can.</source>
        <translation>A 与 B 并排，并在可能之处显示差异。</translation>
    </message>
    <message>
        <source>Back in the Pyramid view.</source>
        <translation>回到金字塔视图。</translation>
    </message>
</context>
<context>
    <name>CodeDifference</name>
    <message>
        <source>Choose a B to see which codes differ.</source>
        <translation>选择 B 以查看哪些码字不同。</translation>
    </message>
    <message>
        <source>A and B are not both there yet.</source>
        <translation>A 和 B 尚未都就绪。</translation>
    </message>
    <message>
        <source>One of A and B has no codes: only pictures can be compared.</source>
        <translation>A 或 B 没有码字：只能比较图像。</translation>
    </message>
    <message>
        <source>A has %1 codes, B has %2: their numbers mean different things.</source>
        <translation>A 有 %1 个码字，B 有 %2 个：编号含义不同。</translation>
    </message>
    <message>
        <source>A and B have no level with the same grid of tokens.</source>
        <translation>A 和 B 没有令牌网格相同的层级。</translation>
    </message>
    <message>
        <source>A and B have the same codes for this image.</source>
        <translation>A 与 B 对此图像的编码相同。</translation>
    </message>
    <message>
        <source>Differing Codes</source>
        <translation>不同的编码</translation>
    </message>
</context>
<context>
    <name>CodebookState</name>
    <message>
        <source>Code %1</source>
        <translation>码字 %1</translation>
    </message>
</context>
<context>
    <name>CodebookText</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>未用</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用率</translation>
    </message>
    <message>
        <source>H_C (bit)</source>
        <translation>H_C（比特）</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>侧</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Posterior sd</source>
        <translation>后验标准差</translation>
    </message>
    <message>
        <source>KL (nat)</source>
        <translation>KL（奈特）</translation>
    </message>
    <message>
        <source>KL share</source>
        <translation>KL 占比</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
</context>
<context>
    <name>CodebookTour</name>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>The Codebook view before anything was counted.</source>
        <translation>计数之前的码本视图。</translation>
    </message>
    <message>
        <source>Every code of a vocabulary, the most used first; crosses are never used.</source>
        <translation>词表中的每个码字，最常用的在前；叉号从未使用。</translation>
    </message>
    <message>
        <source>The usage of one level, in the order of the codes&apos; numbers.</source>
        <translation>一个层级的使用情况，按码字编号排列。</translation>
    </message>
    <message>
        <source>A code: where it occurs, its neighbours, its company, and what it paints.</source>
        <translation>一个码字：出现位置、近邻、共现以及它绘制的内容。</translation>
    </message>
    <message>
        <source>The codes where PCA lays their vectors.</source>
        <translation>按 PCA 布置向量的码字。</translation>
    </message>
    <message>
        <source>The picked code&apos;s tokens are lit in the Pyramid view.</source>
        <translation>所选码字的令牌在金字塔视图中点亮。</translation>
    </message>
    <message>
        <source>B has no codes: what can be compared is, and why not more.</source>
        <translation>B 没有码字：显示可比较的部分，并说明原因。</translation>
    </message>
    <message>
        <source>A model without codes: its channels, their correlation, and what one does.</source>
        <translation>没有码字的模型：通道、相关性以及单个通道的作用。</translation>
    </message>
    <message>
        <source>Back in the Pyramid view.</source>
        <translation>回到金字塔视图。</translation>
    </message>
    <message>
        <source>The same tokens in the Attention view.</source>
        <translation>注意力视图中的相同 token。</translation>
    </message>
    <message>
        <source>The same tokens as points of the latent map.</source>
        <translation>潜在图中作为点的相同 token。</translation>
    </message>
    <message>
        <source>The same places of the sequence in the Generate view, framed.</source>
        <translation>生成视图中序列的相同位置，带边框。</translation>
    </message>
</context>
<context>
    <name>ConfigHelp</name>
    <message>
        <source>The data set to learn from: a folder of images, or a packed set</source>
        <translation>用于学习的数据：图像文件夹或打包的数据集</translation>
    </message>
    <message>
        <source>The data set that evaluations and the probe set come from; empty: no evaluation</source>
        <translation>评估和探针图像所用的数据；留空：不评估</translation>
    </message>
    <message>
        <source>The file of EfficientNet-Lite0, for the perceptual loss</source>
        <translation>EfficientNet-Lite0 的文件，用于感知损失</translation>
    </message>
    <message>
        <source>images</source>
        <translation>张图像</translation>
    </message>
    <message>
        <source>A generator learns the first so many; 0: all</source>
        <translation>生成器只学习前这么多张；0：全部</translation>
    </message>
    <message>
        <source>A sentence about the data for people; goes into the checkpoint</source>
        <translation>给人看的一句数据说明；写入检查点</translation>
    </message>
    <message>
        <source>Mirror half of the training pictures</source>
        <translation>将一半的训练图像左右翻转</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Black border on every side of each picture, before anything else</source>
        <translation>在其他处理之前，给每张图像四边加黑边</translation>
    </message>
    <message>
        <source>The names of the classes, in the order of their labels</source>
        <translation>类别名称，按标签顺序</translation>
    </message>
    <message>
        <source>The version of this format</source>
        <translation>此格式的版本</translation>
    </message>
    <message>
        <source>The side of the square pictures that the model takes</source>
        <translation>模型接受的正方形图像的边长</translation>
    </message>
    <message>
        <source>The values of black and white</source>
        <translation>黑与白的取值</translation>
    </message>
    <message>
        <source>How pictures are made smaller</source>
        <translation>图像缩小的方法</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>The length of the learning rate&apos;s schedule, and of the training</source>
        <translation>学习率计划和训练的长度</translation>
    </message>
    <message>
        <source>Where the run ends, if not at the schedule&apos;s end; 0: there</source>
        <translation>运行的终点（若不在计划末尾）;0：在计划末尾</translation>
    </message>
    <message>
        <source>Images in a step; memory grows with it</source>
        <translation>每步的图像数；内存随之增长</translation>
    </message>
    <message>
        <source>Of the first weights, the order of the data and all else that is random</source>
        <translation>初始权重、数据顺序及其他一切随机性的种子</translation>
    </message>
    <message>
        <source>per step</source>
        <translation>每步</translation>
    </message>
    <message>
        <source>The peak of the schedule</source>
        <translation>计划的峰值</translation>
    </message>
    <message>
        <source>What the schedule ends at</source>
        <translation>计划结束时的值</translation>
    </message>
    <message>
        <source>of the steps</source>
        <translation>占总步数</translation>
    </message>
    <message>
        <source>The part of the schedule in which the learning rate rises</source>
        <translation>学习率上升阶段所占的比例</translation>
    </message>
    <message>
        <source>How much matrices shrink, times the learning rate</source>
        <translation>矩阵收缩的强度，乘以学习率</translation>
    </message>
    <message>
        <source>How long AdamW remembers the gradient and its square</source>
        <translation>AdamW 对梯度及其平方的记忆时长</translation>
    </message>
    <message>
        <source>Longer gradients are cut to this length; 0: never</source>
        <translation>更长的梯度截到此长度；0：从不</translation>
    </message>
    <message>
        <source>How much of the average weights stays in each step; those are saved</source>
        <translation>每步保留多少平均权重；保存的就是它们</translation>
    </message>
    <message>
        <source>How often a block is left out for an image, in the deepest layer</source>
        <translation>在最深层，对一张图像略去一个块的概率</translation>
    </message>
    <message>
        <source>What products compute with: &quot;float32&quot; or &quot;bfloat16&quot;</source>
        <translation>乘积的计算精度：&quot;float32&quot; 或 &quot;bfloat16&quot;</translation>
    </message>
    <message>
        <source>How often the losses are told</source>
        <translation>报告损失的间隔</translation>
    </message>
    <message>
        <source>How often held-out images are measured</source>
        <translation>测量留出图像的间隔</translation>
    </message>
    <message>
        <source>How many of them during the training</source>
        <translation>训练期间测量多少张</translation>
    </message>
    <message>
        <source>How many of them at the end; 0: all</source>
        <translation>结束时测量多少张；0：全部</translation>
    </message>
    <message>
        <source>How often the probe set&apos;s pictures are written; 0: with each evaluation</source>
        <translation>写出探针图像的间隔；0：随每次评估</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>How often a checkpoint is written</source>
        <translation>写检查点的间隔</translation>
    </message>
    <message>
        <source>checkpoints</source>
        <translation>个检查点</translation>
    </message>
    <message>
        <source>How many of the newest stay, beside the best; the cursor goes through those</source>
        <translation>除最佳外保留最新的多少个；游标在其间移动</translation>
    </message>
    <message>
        <source>Factor on the first matrices and kernels (ResTok)</source>
        <translation>初始矩阵和卷积核的系数（ResTok）</translation>
    </message>
    <message>
        <source>Steps before it leave the quantizer out (ResTok)</source>
        <translation>此前的步骤不使用量化器（ResTok）</translation>
    </message>
    <message>
        <source>How often codes without use move to vectors in use; 0: never (ResTok)</source>
        <translation>未使用的编码移到在用向量处的间隔；0：从不（ResTok）</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Of the absolute error of the pictures</source>
        <translation>图像绝对误差的</translation>
    </message>
    <message>
        <source>Of the squared error of the pictures</source>
        <translation>图像平方误差的</translation>
    </message>
    <message>
        <source>Of the difference in the features of a network; needs its weights</source>
        <translation>网络特征差异的；需要该网络的权重文件</translation>
    </message>
    <message>
        <source>Of the posterior&apos;s distance from a normal distribution</source>
        <translation>后验与正态分布之距离的</translation>
    </message>
    <message>
        <source>Of commitment, codebook and entropy together</source>
        <translation>承诺、码本和熵三项合计的</translation>
    </message>
    <message>
        <source>Of the alignment with a teacher&apos;s features, where the model has heads for it</source>
        <translation>与教师特征对齐的（模型有相应的头时）</translation>
    </message>
    <message>
        <source>Of the discriminator in the model&apos;s loss</source>
        <translation>判别器在模型损失中的</translation>
    </message>
    <message>
        <source>Steps before it are without the discriminator</source>
        <translation>此前的步骤没有判别器</translation>
    </message>
    <message>
        <source>The peak of the discriminator&apos;s own schedule</source>
        <translation>判别器自身计划的峰值</translation>
    </message>
    <message>
        <source>What the discriminator&apos;s schedule ends at</source>
        <translation>判别器计划结束时的值</translation>
    </message>
    <message>
        <source>Of LeCam in the discriminator&apos;s own loss</source>
        <translation>LeCam 在判别器自身损失中的</translation>
    </message>
    <message>
        <source>How pictures change before the discriminator sees them</source>
        <translation>判别器看到图像之前对图像的改动</translation>
    </message>
    <message>
        <source>How often each of these changes is made</source>
        <translation>每种改动发生的概率</translation>
    </message>
    <message>
        <source>The side of the pictures</source>
        <translation>图像的边长</translation>
    </message>
    <message>
        <source>The side of the patch that becomes a token</source>
        <translation>成为一个 token 的图块的边长</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Of each latent vector</source>
        <translation>每个潜向量的通道数</translation>
    </message>
    <message>
        <source>tokens a side</source>
        <translation>每边 token 数</translation>
    </message>
    <message>
        <source>The levels of the pyramid, coarse to fine</source>
        <translation>金字塔的层级，由粗到细</translation>
    </message>
    <message>
        <source>How coarser levels come from the finest: &quot;conv&quot; or &quot;interpolate&quot;</source>
        <translation>较粗层级如何由最细层级得到：&quot;conv&quot; 或 &quot;interpolate&quot;</translation>
    </message>
    <message>
        <source>The width of the convolutions between levels: &quot;wide&quot; or &quot;narrow&quot;</source>
        <translation>层级之间卷积的宽度：&quot;wide&quot; 或 &quot;narrow&quot;</translation>
    </message>
    <message>
        <source>What makes the finest level: &quot;conv&quot; or &quot;projection&quot;</source>
        <translation>最细层级由何得到：&quot;conv&quot; 或 &quot;projection&quot;</translation>
    </message>
    <message>
        <source>What tokens of the decoder see: &quot;full&quot;, &quot;scale_independent&quot; or &quot;scale_causal&quot;</source>
        <translation>解码器的 token 能看到什么：&quot;full&quot;、&quot;scale_independent&quot; 或 &quot;scale_causal&quot;</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Of the encoder</source>
        <translation>编码器的层数</translation>
    </message>
    <message>
        <source>Of the encoder&apos;s tokens</source>
        <translation>编码器 token 的通道数</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Of the encoder&apos;s attention</source>
        <translation>编码器注意力的头数</translation>
    </message>
    <message>
        <source>How much wider the encoder&apos;s hidden layers are</source>
        <translation>编码器隐藏层加宽的倍数</translation>
    </message>
    <message>
        <source>Of the decoder</source>
        <translation>解码器的层数</translation>
    </message>
    <message>
        <source>Of the decoder&apos;s tokens</source>
        <translation>解码器 token 的通道数</translation>
    </message>
    <message>
        <source>Of the decoder&apos;s attention</source>
        <translation>解码器注意力的头数</translation>
    </message>
    <message>
        <source>How much wider the decoder&apos;s hidden layers are</source>
        <translation>解码器隐藏层加宽的倍数</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Latent tokens of an image</source>
        <translation>一张图像的潜 token</translation>
    </message>
    <message>
        <source>codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Entries of the codebook</source>
        <translation>码本的条目</translation>
    </message>
    <message>
        <source>Of each codebook vector</source>
        <translation>每个码本向量的通道数</translation>
    </message>
    <message>
        <source>stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>In which the encoder merges image tokens</source>
        <translation>编码器合并图像 token 的阶段数</translation>
    </message>
    <message>
        <source>The shortest prefix that nested dropout keeps</source>
        <translation>嵌套丢弃保留的最短前缀</translation>
    </message>
    <message>
        <source>How often nested dropout cuts the latent tokens</source>
        <translation>嵌套丢弃截断潜 token 的概率</translation>
    </message>
    <message>
        <source>Whether tokens are laid out as in the first release</source>
        <translation>token 是否按首个发布版的方式排列</translation>
    </message>
    <message>
        <source>Whether the decoder&apos;s image tokens are learned</source>
        <translation>解码器的图像 token 是否可学习</translation>
    </message>
    <message>
        <source>How the generator writes codes: &quot;har&quot; by levels, &quot;ar&quot; one by one</source>
        <translation>生成器写编码的方式：&quot;har&quot; 按层级，&quot;ar&quot; 逐个</translation>
    </message>
    <message>
        <source>Of the generator</source>
        <translation>生成器的层数</translation>
    </message>
    <message>
        <source>Of the generator&apos;s attention</source>
        <translation>生成器注意力的头数</translation>
    </message>
    <message>
        <source>Of the generator&apos;s tokens</source>
        <translation>生成器 token 的通道数</translation>
    </message>
    <message>
        <source>That the generator chooses from</source>
        <translation>供生成器选择的编码数</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类</translation>
    </message>
    <message>
        <source>That the generator knows</source>
        <translation>生成器认识的类别数</translation>
    </message>
    <message>
        <source>How often a label is hidden, for guidance</source>
        <translation>为引导而隐藏标签的概率</translation>
    </message>
    <message>
        <source>That the generator writes for an image</source>
        <translation>生成器为一张图像写的 token 数</translation>
    </message>
    <message>
        <source>A file of LPIPS with VGG-16 or AlexNet, in EfficientNet&apos;s place</source>
        <translation>LPIPS 的权重文件（VGG-16 或 AlexNet），代替 EfficientNet</translation>
    </message>
    <message>
        <source>The file of LPIPS&apos;s linear layers, where the weights come without them</source>
        <translation>LPIPS 线性层的文件，当权重文件不含它们时使用</translation>
    </message>
    <message>
        <source>The file of the alignment&apos;s teacher: DINO, DINOv2 or DINOv3; empty: EfficientNet-Lite0</source>
        <translation>对齐所用教师网络的文件：DINO、DINOv2 或 DINOv3；留空则为 EfficientNet-Lite0</translation>
    </message>
    <message>
        <source>of the images</source>
        <translation>占图像</translation>
    </message>
    <message>
        <source>How many pictures of the data may be broken before the run ends</source>
        <translation>数据中允许损坏图片的比例，超过则运行结束</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>份</translation>
    </message>
    <message>
        <source>A batch is computed in so many parts: less memory, the same step</source>
        <translation>一个批次分成这么多份计算：内存更少，步骤相同</translation>
    </message>
    <message>
        <source>A model or run whose weights the run begins at; empty: random weights</source>
        <translation>运行起始所用权重的模型或运行；留空则随机初始化</translation>
    </message>
    <message>
        <source>Of the alignment: smaller differences of token distances cost nothing</source>
        <translation>对齐的间隔：小于此值的 token 距离差不计损失</translation>
    </message>
    <message>
        <source>Of the alignment: smaller angles to the features cost nothing</source>
        <translation>对齐的间隔：小于此值的与特征夹角不计损失</translation>
    </message>
    <message>
        <source>What judges pictures: &quot;dino&quot;, heads on a frozen DINO, or &quot;patch&quot;, PatchGAN</source>
        <translation>评判图片的网络：&quot;dino&quot; 为冻结 DINO 上的头部，&quot;patch&quot; 为 PatchGAN</translation>
    </message>
    <message>
        <source>Of PatchGAN&apos;s first layer</source>
        <translation>PatchGAN 第一层的</translation>
    </message>
    <message>
        <source>Of PatchGAN that halve the picture</source>
        <translation>PatchGAN 中使图片减半的</translation>
    </message>
    <message>
        <source>Whether its weight follows the gradients at the decoder&apos;s last layer</source>
        <translation>其权重是否随解码器最后一层的梯度而变</translation>
    </message>
    <message>
        <source>The file of the frozen DINO, for that kind</source>
        <translation>冻结的 DINO 文件，用于该类型</translation>
    </message>
    <message>
        <source>From its start, in which its learning rate rises; left out: as the model&apos;s</source>
        <translation>自其开始起学习率上升所占；省略则与模型相同</translation>
    </message>
    <message>
        <source>How much the discriminator&apos;s matrices shrink, times the learning rate</source>
        <translation>判别器矩阵的收缩程度，乘以学习率</translation>
    </message>
    <message>
        <source>How long its AdamW remembers the gradient and its square</source>
        <translation>其 AdamW 记忆梯度及其平方的时长</translation>
    </message>
    <message>
        <source>Of the teacher&apos;s features; 0: the model has no heads for the alignment</source>
        <translation>教师特征的；0：模型没有用于对齐的头部</translation>
    </message>
    <message>
        <source>The model folder of the tokenizer whose codes or latent maps a generator learns</source>
        <translation>生成器所学编码或潜变量的分词器的模型文件夹</translation>
    </message>
    <message>
        <source>The kind of model: hieratok, restok, gpt or dit</source>
        <translation>模型种类：hieratok、restok、gpt 或 dit</translation>
    </message>
    <message>
        <source>How the times of a flow are drawn: &quot;uniform&quot; or &quot;logit_normal&quot;</source>
        <translation>流的时间如何抽取：“uniform”或“logit_normal”</translation>
    </message>
    <message>
        <source>Of the direction of a flow&apos;s velocity</source>
        <translation>流速度方向的</translation>
    </message>
    <message>
        <source>The side of the latent map that a DiT denoises</source>
        <translation>DiT 去噪的潜变量图的边长</translation>
    </message>
    <message>
        <source>Of that map</source>
        <translation>该图的</translation>
    </message>
    <message>
        <source>Whether a DiT also learns how much variance a step has</source>
        <translation>DiT 是否也学习每一步的方差</translation>
    </message>
    <message>
        <source>What a DiT learns: &quot;diffusion&quot; (the noise) or &quot;flow&quot; (the velocity)</source>
        <translation>DiT 学什么：“diffusion”（噪声）或“flow”（速度）</translation>
    </message>
</context>
<context>
    <name>EvaluationActions</name>
    <message>
        <source>Save the Comparison Sheet</source>
        <translation>保存对比表</translation>
    </message>
    <message>
        <source>Sheets (*.png *.pdf)</source>
        <translation>对比表 (*.png *.pdf)</translation>
    </message>
    <message>
        <source>Tables (*.csv *.md *.tex *.json)</source>
        <translation>表格 (*.csv *.md *.tex *.json)</translation>
    </message>
    <message>
        <source>Comparison &amp;Sheet…</source>
        <translation>对比表(&amp;S)…</translation>
    </message>
    <message>
        <source>Save chosen images x models A and B x levels with their numbers</source>
        <translation>保存所选图像 × 模型 A 和 B × 层级及其数值</translation>
    </message>
    <message>
        <source>E&amp;valuate…</source>
        <translation>评估(&amp;V)…</translation>
    </message>
    <message>
        <source>Measure model A on many images, the worst first</source>
        <translation>在多幅图像上测量模型 A,最差的排在最前</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
</context>
<context>
    <name>EvaluationText</name>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
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
        <translation>该层级放大（双三次）后与完整图像比较</translation>
    </message>
    <message>
        <source>Against the image reduced to this level&apos;s size (area)</source>
        <translation>与缩小到该层级尺寸（面积平均）的图像比较</translation>
    </message>
    <message>
        <source>D(D_s(Z)) against D_s(D(Z)): does the decoder commute with downsampling?</source>
        <translation>D(D_s(Z)) 与 D_s(D(Z))：解码器与下采样是否可交换？</translation>
    </message>
    <message>
        <source>%1&#xa0;×&#xa0;%2</source>
        <translation>%1&#xa0;×&#xa0;%2</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>尺度</translation>
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
        <translation>PSNR，自身</translation>
    </message>
    <message>
        <source>SSIM, own</source>
        <translation>SSIM，自身</translation>
    </message>
    <message>
        <source>Commutes, dB</source>
        <translation>交换性，dB</translation>
    </message>
    <message>
        <source>LPIPS</source>
        <translation>LPIPS</translation>
    </message>
    <message>
        <source>Values so far</source>
        <translation>累计数值</translation>
    </message>
    <message>
        <source>Latent numbers up to this level</source>
        <translation>到该层级为止的潜变量数值个数</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>KL divergence over ln 2</source>
        <translation>KL 散度除以 ln 2</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>x&#xa0;%1, y&#xa0;%2</source>
        <translation>x&#xa0;%1, y&#xa0;%2</translation>
    </message>
    <message>
        <source>Pixel of this level&apos;s picture</source>
        <translation>该层级图片中的像素</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>row&#xa0;%1, column&#xa0;%2</source>
        <translation>行&#xa0;%1，列&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 of A</source>
        <translation>A 的%1</translation>
    </message>
    <message>
        <source>%1 of B</source>
        <translation>B 的%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Into the model</source>
        <translation>模型输入</translation>
    </message>
    <message>
        <source>Shorter side resized (bicubic, antialiased), centre cropped</source>
        <translation>短边缩放（双三次，抗锯齿），居中裁剪</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>sha256</source>
        <translation>sha256</translation>
    </message>
    <message>
        <source>Norm of the mean</source>
        <translation>均值向量的范数</translation>
    </message>
    <message>
        <source>Scale %1&#xa0;×&#xa0;%2</source>
        <translation>尺度 %1&#xa0;×&#xa0;%2</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Of the image as it went into the model</source>
        <translation>输入模型的图像中的位置</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Token grid</source>
        <translation>token 网格</translation>
    </message>
    <message>
        <source>Tokens so far times the bits of a code</source>
        <translation>到此为止的 token 数乘以每个码的比特数</translation>
    </message>
    <message>
        <source>Grid %1&#xa0;×&#xa0;%2</source>
        <translation>网格 %1&#xa0;×&#xa0;%2</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>码</translation>
    </message>
    <message>
        <source>Index into the codebook</source>
        <translation>码本中的索引</translation>
    </message>
    <message>
        <source>Tokens of this level whose codes are others in B; Shift+X selects those of all levels</source>
        <translation>此层级中在 B 里编码不同的 token；Shift+X 选中所有层级的此类 token</translation>
    </message>
    <message>
        <source>Other codes in B</source>
        <translation>B 中不同的编码</translation>
    </message>
    <message>
        <source>%1 of %2, %3&#xa0;%</source>
        <translation>%1 / %2，%3 %</translation>
    </message>
    <message>
        <source>none, edited</source>
        <translation>无，已编辑</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>What is in it: %1</source>
        <translation>其中包含：%1</translation>
    </message>
    <message>
        <source>Family: %1</source>
        <translation>系列：%1</translation>
    </message>
    <message>
        <source>%1 tensors with %2 numbers:</source>
        <translation>%1 个张量，共 %2 个数值：</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
</context>
<context>
    <name>GenerateTour</name>
    <message>
        <source>The Generate view without a generator: one click opens the demo.</source>
        <translation>没有生成器时的生成视图：单击一下即可打开演示。</translation>
    </message>
    <message>
        <source>A class, and the nine steps of HAR: the picture after each, new tokens lit.</source>
        <translation>一个类别与 HAR 的九步：每一步之后的图像，新 token 高亮显示。</translation>
    </message>
    <message>
        <source>The step cursor goes back without computing; a token with its candidates.</source>
        <translation>步骤光标后退而不重新计算；一个 token 及其候选。</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Another seed from the fourth step on.</source>
        <translation>从第四步起换用另一个随机种子。</translation>
    </message>
    <message>
        <source>Another class from the fourth step on.</source>
        <translation>从第四步起换用另一个类别。</translation>
    </message>
    <message>
        <source>One token replaced by its runner-up: the tree of all branches.</source>
        <translation>一个 token 被其次优候选替换：所有分支的树。</translation>
    </message>
    <message>
        <source>HAR beside AR in lock step: steps and time of both.</source>
        <translation>HAR 与 AR 并排同步运行：两者的步数与时间。</translation>
    </message>
    <message>
        <source>After the same number of steps: HAR is far ahead.</source>
        <translation>步数相同时：HAR 遥遥领先。</translation>
    </message>
    <message>
        <source>A alone again.</source>
        <translation>再次只显示 A。</translation>
    </message>
    <message>
        <source>Nine seeds of one class; each is one click away.</source>
        <translation>同一类别的九个随机种子；每个只需单击一下。</translation>
    </message>
    <message>
        <source>Back in the Pyramid view.</source>
        <translation>回到金字塔视图。</translation>
    </message>
    <message>
        <source>A tokenizer of 128 codes: what the first 1, 2, 4, ... make.</source>
        <translation>使用 128 个码的分词器：前 1、2、4、…个码的结果。</translation>
    </message>
    <message>
        <source>The codes of the finest level, coloured by their vectors.</source>
        <translation>最细层级的码，按其向量着色。</translation>
    </message>
    <message>
        <source>The image tokens inside of the encoder: what each hierarchy holds, and the sum.</source>
        <translation>编码器内部的图像 token：每一层级的内容及其总和。</translation>
    </message>
    <message>
        <source>Back to the first model.</source>
        <translation>回到第一个模型。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>A DiT: the clean picture that each step foretells, at every level.</source>
        <translation>DiT：每一步预测的干净图像，在各个层级。</translation>
    </message>
    <message>
        <source>Half of the way, at a coarse level.</source>
        <translation>进行到一半，在较粗的层级。</translation>
    </message>
    <message>
        <source>Another class from there on.</source>
        <translation>从此处起换成另一类别。</translation>
    </message>
</context>
<context>
    <name>GenerationEdit</name>
    <message>
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Replace Token</source>
        <translation>替换 token</translation>
    </message>
    <message>
        <source>Show Branch</source>
        <translation>显示分支</translation>
    </message>
    <message>
        <source>Remove Branch</source>
        <translation>移除分支</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Grid of Seeds</source>
        <translation>种子网格</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
</context>
<context>
    <name>GenerationText</name>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>token %1</translation>
    </message>
    <message>
        <source>tokens %1–%2</source>
        <translation>token %1–%2</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>AR writes %1 tokens one after the other: %1 steps.</source>
        <translation>AR 逐个写出 %1 个 token：共 %1 步。</translation>
    </message>
    <message>
        <source>HAR writes %1 levels in %2 steps: %3 single tokens, then %4 whole levels.</source>
        <translation>HAR 用 %2 步写出 %1 个层级：先是 %3 个单独的 token，然后是 %4 个完整层级。</translation>
    </message>
    <message>
        <source>token %1 = %2</source>
        <translation>token %1 = %2</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>guidance %1</source>
        <translation>引导 %1</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>温度 %1</translation>
    </message>
    <message>
        <source>top-k %1</source>
        <translation>top-k %1</translation>
    </message>
    <message>
        <source>top-p %1</source>
        <translation>top-p %1</translation>
    </message>
    <message>
        <source>greedy</source>
        <translation>贪心</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>采样</translation>
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
        <translation>%1 bit</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>noise %1</source>
        <translation>噪声 %1</translation>
    </message>
    <message>
        <source>DiT denoises a map of %1 channels of %2 × %2 in %3 steps; each picture is the clean map that the step foretells, decoded at the chosen level.</source>
        <translation>DiT 用 %3 步对 %1 个通道、%2 × %2 的图去噪；每幅图像是该步预测的干净潜变量在所选层级的解码。</translation>
    </message>
    <message>
        <source>eta %1</source>
        <translation>eta %1</translation>
    </message>
    <message>
        <source>other denoising</source>
        <translation>其他去噪设置</translation>
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
        <translation>残差  −%1</translation>
    </message>
    <message>
        <source>coarsest</source>
        <translation>最粗层级</translation>
    </message>
    <message>
        <source>SSIM %1</source>
        <translation>SSIM %1</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 个数值</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 比特</translation>
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
        <translation>PSNR 自身尺寸 (dB)</translation>
    </message>
    <message>
        <source>D(D_s(Z)) ~ D_s(D(Z)) (dB)</source>
        <translation>D(D_s(Z)) ~ D_s(D(Z)) (dB)</translation>
    </message>
    <message>
        <source>values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>尺度</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
</context>
<context>
    <name>LatentEdit</name>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Look of the Map</source>
        <translation>图的显示方式</translation>
    </message>
    <message>
        <source>Colours of the Map</source>
        <translation>图的颜色</translation>
    </message>
    <message>
        <source>Comparison of Maps</source>
        <translation>图的比较</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
</context>
<context>
    <name>LatentText</name>
    <message>
        <source>Base map</source>
        <translation>基础图</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>编码 %1</translation>
    </message>
    <message>
        <source>One random vector per image</source>
        <translation>每张图像一个随机向量</translation>
    </message>
    <message>
        <source>All vectors of the latent map</source>
        <translation>潜在图的全部向量</translation>
    </message>
    <message>
        <source>Tokens of levels</source>
        <translation>各层级的 token</translation>
    </message>
    <message>
        <source>Image tokens of the encoder</source>
        <translation>编码器内的图像 token</translation>
    </message>
    <message>
        <source>Codebook vectors</source>
        <translation>码本向量</translation>
    </message>
    <message>
        <source>%1 vectors of %2 images, one each</source>
        <translation>%2 张图像的 %1 个向量，每张一个</translation>
    </message>
    <message>
        <source>%1 of %2 tokens</source>
        <translation>%2 个 token 中的 %1 个</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>perplexity %1</source>
        <translation>困惑度 %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>iteration %1 of %2</source>
        <translation>迭代 %1 / %2</translation>
    </message>
    <message>
        <source>KL %1</source>
        <translation>KL %1</translation>
    </message>
    <message>
        <source>density %1</source>
        <translation>密度 %1</translation>
    </message>
    <message>
        <source>trust %1</source>
        <translation>可信度 %1</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>正在打开模型</translation>
    </message>
    <message>
        <source>Encoding images</source>
        <translation>正在编码图像</translation>
    </message>
    <message>
        <source>Finding the neighbours of every point</source>
        <translation>正在查找每个点的近邻</translation>
    </message>
    <message>
        <source>images skipped: %1</source>
        <translation>跳过的图像：%1</translation>
    </message>
</context>
<context>
    <name>LatentsTour</name>
    <message>
        <source>One point, and its nearest in latent space, wherever the map has put them.</source>
        <translation>一个点及其在潜空间中的近邻，无论图将它们放在何处。</translation>
    </message>
    <message>
        <source>The Latents view before a map: one click makes one.</source>
        <translation>尚无图的潜空间视图：单击一次即可生成。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>The map grows while one watches: tokens of the demo&apos;s images, by photograph.</source>
        <translation>图在观看时生长：演示图像的 token，按照片着色。</translation>
    </message>
    <message>
        <source>The finished map with its numbers and its honest badge.</source>
        <translation>完成的图，附数值与如实的标注。</translation>
    </message>
    <message>
        <source>What the tokens show, as many as do not overlap.</source>
        <translation>token 所显示的内容，以互不重叠为限。</translation>
    </message>
    <message>
        <source>How densely the points lie, with contours.</source>
        <translation>点的疏密，带等高线。</translation>
    </message>
    <message>
        <source>Coloured by trust: which neighbours in the map are neighbours in truth.</source>
        <translation>按可信度着色：图中的近邻有哪些确实是近邻。</translation>
    </message>
    <message>
        <source>A lasso: its tokens in full colour, their numbers beside.</source>
        <translation>套索：其中的 token 以全色显示，旁边是其数量。</translation>
    </message>
    <message>
        <source>The same tokens light up in their image.</source>
        <translation>同样的 token 在其图像中亮起。</translation>
    </message>
    <message>
        <source>The map in three dimensions: a drag turns it.</source>
        <translation>三维的图：拖动可旋转。</translation>
    </message>
    <message>
        <source>Multi-scale against single-scale: aligned maps, one camera, one selection.</source>
        <translation>多尺度与单尺度：对齐的两张图，同一相机，同一选择。</translation>
    </message>
    <message>
        <source>What is selected in one map lights up in the other.</source>
        <translation>在一张图中选中的，在另一张图中亮起。</translation>
    </message>
    <message>
        <source>CV, Gini and entropy of both models over five seeds, with the paired difference and its interval.</source>
        <translation>两个模型在五个种子上的 CV、基尼系数与熵，附配对差值及其区间。</translation>
    </message>
    <message>
        <source>Back in the Pyramid view.</source>
        <translation>回到金字塔视图。</translation>
    </message>
</context>
<context>
    <name>MapColors</name>
    <message>
        <source>Base map</source>
        <translation>基础图</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>码</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
</context>
<context>
    <name>NeededFiles</name>
    <message>
        <source>Comparing checksums</source>
        <translation>正在比较校验和</translation>
    </message>
</context>
<context>
    <name>OpenDialogs</name>
    <message>
        <source>Open Images</source>
        <translation>打开图像</translation>
    </message>
    <message>
        <source>Images (*.jpg *.jpeg *.png *.webp *.ppm)</source>
        <translation>图像 (*.jpg *.jpeg *.png *.webp *.ppm)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Save the Session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Open a Session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Sessions (*.hierascope)</source>
        <translation>会话 (*.hierascope)</translation>
    </message>
</context>
<context>
    <name>PaneMaker</name>
    <message>
        <source>Reconstruction</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation>绝对误差</translation>
    </message>
    <message>
        <source>Signed error</source>
        <translation>有符号误差</translation>
    </message>
    <message>
        <source>Commutation</source>
        <translation>交换性</translation>
    </message>
    <message>
        <source>The coarsest level has no level before it to differ from.</source>
        <translation>最粗的层级之前没有可供比较的层级。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>%1  ·  original, not encoded yet</source>
        <translation>%1  ·  原图，尚未编码</translation>
    </message>
    <message>
        <source>Stopped; the task can be started again.</source>
        <translation>已停止；任务可以重新开始。</translation>
    </message>
    <message>
        <source>%1 × %2 px</source>
        <translation>%1 × %2 px</translation>
    </message>
    <message>
        <source>B: %1</source>
        <translation>B：%1</translation>
    </message>
    <message>
        <source>Subtracting…</source>
        <translation>正在相减…</translation>
    </message>
    <message>
        <source>A minus B</source>
        <translation>A 减 B</translation>
    </message>
    <message>
        <source>A − B, signed</source>
        <translation>A − B，有符号</translation>
    </message>
    <message>
        <source>PSNR of A against B %1</source>
        <translation>A 对 B 的 PSNR %1</translation>
    </message>
    <message>
        <source>Image hierarchies</source>
        <translation>图像层级</translation>
    </message>
    <message>
        <source>Moved by edits</source>
        <translation>被编辑改变的部分</translation>
    </message>
    <message>
        <source>no pixel moved</source>
        <translation>没有像素改变</translation>
    </message>
    <message>
        <source>moved by %1 % (RMS)</source>
        <translation>改变 %1 %（RMS）</translation>
    </message>
    <message>
        <source>No token is edited here, so that no pixel moved.</source>
        <translation>这里没有编辑过的 token，因此没有像素改变。</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
</context>
<context>
    <name>PyramidContent</name>
    <message>
        <source>Scale %1 × %2</source>
        <translation>尺度 %1 × %2</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 个 token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
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
        <translation>第一个 token</translation>
    </message>
    <message>
        <source>First %1 tokens</source>
        <translation>前 %1 个 token</translation>
    </message>
</context>
<context>
    <name>RoomMessage</name>
    <message>
        <source>Open a model folder…</source>
        <translation>打开模型文件夹…</translation>
    </message>
    <message>
        <source>Open images…</source>
        <translation>打开图像…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开的模型</translation>
    </message>
    <message>
        <source>This view shows what each level of a tokenizer makes of an image, coarse to fine, and what each level adds.
Open or drop a model folder: one with config.json and model.safetensors.</source>
        <translation>此视图显示 tokenizer 的每个层级如何表示图像（由粗到细），以及每个层级增加了什么。
请打开或拖入模型文件夹：其中有 config.json 和 model.safetensors。</translation>
    </message>
    <message>
        <source>No image is open</source>
        <translation>没有打开的图像</translation>
    </message>
    <message>
        <source>This view shows what each level of the model makes of an image.
Open or drop a photograph: JPEG, PNG, WebP or PPM.</source>
        <translation>此视图显示模型的每个层级如何表示图像。
请打开或拖入照片：JPEG、PNG、WebP 或 PPM。</translation>
    </message>
    <message>
        <source>Mend the file and drop it again, or choose another in the library.</source>
        <translation>请修复文件后重新拖入，或在资料库中选择其他文件。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The work was stopped before it was done; nothing is lost.</source>
        <translation>工作在完成前已停止；没有丢失任何内容。</translation>
    </message>
</context>
<context>
    <name>SessionSnapshot</name>
    <message>
        <source>Open Session</source>
        <translation>打开会话</translation>
    </message>
</context>
<context>
    <name>SessionTour</name>
    <message>
        <source>After a crash the session can be shown again; it is asked once.</source>
        <translation>崩溃后可重新显示会话；只询问一次。</translation>
    </message>
    <message>
        <source>The session is shown again.</source>
        <translation>会话已重新显示。</translation>
    </message>
</context>
<context>
    <name>Surgery</name>
    <message>
        <source>Code %1</source>
        <translation>码字 %1</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>码字</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Mask token</source>
        <translation>掩码词元</translation>
    </message>
    <message>
        <source>Noise × %1</source>
        <translation>噪声 × %1</translation>
    </message>
    <message>
        <source>%1 % of another</source>
        <translation>另一 token 的 %1 %</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Token History</source>
        <translation>Token 历史</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 个 token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1，来自 %2</translation>
    </message>
</context>
<context>
    <name>SurgeryTour</name>
    <message>
        <source>Editing tokens: what can be put in the place of a token.</source>
        <translation>编辑 token：可以用什么替换 token。</translation>
    </message>
    <message>
        <source>Four tokens are zero; the picture is decoded at once.</source>
        <translation>四个 token 置零；图像立即解码。</translation>
    </message>
    <message>
        <source>Three edits in the history, the second one shown.</source>
        <translation>历史中有三次编辑，显示第二次。</translation>
    </message>
    <message>
        <source>A edited beside B, the same image unedited.</source>
        <translation>编辑后的 A 与未编辑的同一图像 B 并排。</translation>
    </message>
    <message>
        <source>A model of codes: one token&apos;s place and its number.</source>
        <translation>编码模型：token 的位置与编号。</translation>
    </message>
    <message>
        <source>And by the mask token, which this family has.</source>
        <translation>再替换为该系列具有的掩码 token。</translation>
    </message>
    <message>
        <source>Back to the image as it is.</source>
        <translation>回到原来的图像。</translation>
    </message>
    <message>
        <source>What if a level came from the other image?</source>
        <translation>如果一个层级来自另一图像会怎样？</translation>
    </message>
    <message>
        <source>Two tokens are replaced by the codes nearest to theirs.</source>
        <translation>两个 token 被替换为与其最近的编码。</translation>
    </message>
    <message>
        <source>Which pixels of this level moved, signed, with the key.</source>
        <translation>此层级中哪些像素改变，带符号与图例。</translation>
    </message>
    <message>
        <source>The same tokens, with noise added.</source>
        <translation>同样的 token，加上噪声。</translation>
    </message>
    <message>
        <source>Noise in four tokens of the finest level.</source>
        <translation>最细层级四个 token 中的噪声。</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Copy the table for a page or an issue</source>
        <translation>复制表格，用于网页或 issue</translation>
    </message>
    <message>
        <source>Copy as &amp;LaTeX</source>
        <translation>复制为 LaTeX(&amp;L)</translation>
    </message>
    <message>
        <source>Copy the table for a paper</source>
        <translation>复制表格，用于论文</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the table for a spreadsheet</source>
        <translation>复制表格，用于电子表格</translation>
    </message>
</context>
<context>
    <name>TourScript</name>
    <message>
        <source>First start: the demo&apos;s pyramid, and one line of hints.</source>
        <translation>首次启动：演示图像的金字塔和一行提示。</translation>
    </message>
    <message>
        <source>The level cursor on level %1.</source>
        <translation>层级游标位于层级 %1。</translation>
    </message>
    <message>
        <source>True pixels: one picture pixel on one display pixel.</source>
        <translation>真实像素：一个图片像素对应一个屏幕像素。</translation>
    </message>
    <message>
        <source>Zoomed until every pixel has room for its values.</source>
        <translation>放大到每个像素都能写下其数值。</translation>
    </message>
    <message>
        <source>The image as it went into the model.</source>
        <translation>输入模型的图像。</translation>
    </message>
    <message>
        <source>What the finest level adds to the one before, signed.</source>
        <translation>最细层级相对前一层级增加的内容，有符号。</translation>
    </message>
    <message>
        <source>How far each pixel is from the original.</source>
        <translation>每个像素与原图相差多少。</translation>
    </message>
    <message>
        <source>Reconstruction minus original, signed.</source>
        <translation>重建减去原图，有符号。</translation>
    </message>
    <message>
        <source>The commutation check of the paper&apos;s appendix B at 8 × 8.</source>
        <translation>论文附录 B 的交换性检查，8 × 8 层级。</translation>
    </message>
    <message>
        <source>The token grid of the 8 × 8 level, and a selected token: lit at every level, its vector in the inspector.</source>
        <translation>8 × 8 层级的 token 网格和一个选中的 token：在每个层级高亮，其向量显示在检查器中。</translation>
    </message>
    <message>
        <source>Tokens coloured by the principal components of their vectors.</source>
        <translation>按向量主成分着色的 token。</translation>
    </message>
    <message>
        <source>A sample of the posterior instead of its mean.</source>
        <translation>后验的一个采样，而不是均值。</translation>
    </message>
    <message>
        <source>Another image: the same level, the same zoom.</source>
        <translation>另一幅图像：层级和缩放不变。</translation>
    </message>
    <message>
        <source>A and B side by side, moved and zoomed together.</source>
        <translation>A 与 B 并排，同步移动和缩放。</translation>
    </message>
    <message>
        <source>A and B over each other, with a line to drag.</source>
        <translation>A 与 B 重叠，中间的线可拖动。</translation>
    </message>
    <message>
        <source>A minus B, signed, with its key.</source>
        <translation>A 减 B，有符号，附图例。</translation>
    </message>
    <message>
        <source>A alone; B is one held key away.</source>
        <translation>只显示 A；按住一个键即可看到 B。</translation>
    </message>
    <message>
        <source>B in A&apos;s place, while the key is held.</source>
        <translation>按住按键时，B 显示在 A 的位置。</translation>
    </message>
    <message>
        <source>The same model on two images.</source>
        <translation>同一模型，两幅图像。</translation>
    </message>
    <message>
        <source>Compared no longer.</source>
        <translation>不再比较。</translation>
    </message>
    <message>
        <source>Every action is found by a few letters of its name.</source>
        <translation>输入名称中的几个字母即可找到任何操作。</translation>
    </message>
    <message>
        <source>A small window.</source>
        <translation>小窗口。</translation>
    </message>
    <message>
        <source>Back to its size.</source>
        <translation>恢复原来的大小。</translation>
    </message>
    <message>
        <source>Another model on the same image.</source>
        <translation>同一图像，另一个模型。</translation>
    </message>
    <message>
        <source>Back to the first model: nothing is computed again.</source>
        <translation>回到第一个模型：无需重新计算。</translation>
    </message>
    <message>
        <source>Long task of the tour</source>
        <translation>导览中的长任务</translation>
    </message>
    <message>
        <source>The engine is busy: the window answers, the task can be stopped.</source>
        <translation>引擎忙碌：窗口仍有响应，任务可以停止。</translation>
    </message>
    <message>
        <source>Stopped by the person: nothing is lost, one click starts again.</source>
        <translation>由用户停止：没有丢失任何内容，单击即可重新开始。</translation>
    </message>
    <message>
        <source>Started again.</source>
        <translation>已重新开始。</translation>
    </message>
    <message>
        <source>A broken image: what is wrong is said where it would show.</source>
        <translation>损坏的图像：在应显示图像的位置说明问题。</translation>
    </message>
    <message>
        <source>A broken model: file, field and value.</source>
        <translation>损坏的模型：文件、字段和值。</translation>
    </message>
    <message>
        <source>No image is open: what the view would show, and the way there.</source>
        <translation>没有打开的图像：说明视图会显示什么，以及如何打开。</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>什么都没有打开。</translation>
    </message>
    <message>
        <source>The light theme.</source>
        <translation>浅色主题。</translation>
    </message>
    <message>
        <source>The light theme, A and B side by side.</source>
        <translation>浅色主题，A 与 B 并排。</translation>
    </message>
    <message>
        <source>The light theme, zoomed to the values of the pixels.</source>
        <translation>浅色主题，放大到像素数值。</translation>
    </message>
</context>
<context>
    <name>TrainText</name>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>lost: its process is gone</source>
        <translation>丢失：其进程已不在</translation>
    </message>
    <message>
        <source>its folder is gone</source>
        <translation>其文件夹已不在</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>损失 %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation>立即采样</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>复制…</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Start the run, or go on from its last checkpoint or from a pause</source>
        <translation>开始运行，或从最近的检查点或暂停处继续</translation>
    </message>
    <message>
        <source>Keep everything in memory and wait</source>
        <translation>一切保留在内存中并等待</translation>
    </message>
    <message>
        <source>Save a checkpoint and end; the run can be resumed</source>
        <translation>保存检查点并结束；之后可以继续</translation>
    </message>
    <message>
        <source>Train to the step that is given, also after the end of the plan</source>
        <translation>训练到给定的步数，也可以超出计划</translation>
    </message>
    <message>
        <source>Write a checkpoint now</source>
        <translation>立即写出检查点</translation>
    </message>
    <message>
        <source>Make a new run of this one&apos;s settings, with changes</source>
        <translation>用这些设置新建一次运行，并可修改</translation>
    </message>
    <message>
        <source>Show the run&apos;s folder in the file manager</source>
        <translation>在文件管理器中显示运行的文件夹</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Perceptual</source>
        <translation>感知</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Images per second</source>
        <translation>每秒图像数</translation>
    </message>
    <message>
        <source>%1 million parameters</source>
        <translation>%1 百万参数</translation>
    </message>
    <message>
        <source>about %1 GB of memory</source>
        <translation>约 %1 GB 内存</translation>
    </message>
    <message>
        <source>%1 s a step</source>
        <translation>每步 %1 秒</translation>
    </message>
    <message>
        <source>about %1 hours in all</source>
        <translation>总共约 %1 小时</translation>
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
        <translation>丢失：%1 已有 %2 没有消息</translation>
    </message>
    <message>
        <source>number %1 in the queue</source>
        <translation>队列中第 %1 个</translation>
    </message>
    <message>
        <source>does not stop</source>
        <translation>不停止</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>%1, no word for %2</source>
        <translation>%1，已有 %2 没有消息</translation>
    </message>
    <message>
        <source>Write the pictures of the probe set now; they appear in the strip</source>
        <translation>立即写出探针图像；它们会出现在图像条中</translation>
    </message>
    <message>
        <source>Memory, GB</source>
        <translation>内存，GB</translation>
    </message>
    <message>
        <source>TensorBoard</source>
        <translation>TensorBoard</translation>
    </message>
    <message>
        <source>to step %1</source>
        <translation>至第 %1 步</translation>
    </message>
</context>
<context>
    <name>TrainTour</name>
    <message>
        <source>The Train view before a run: settings, data, one button.</source>
        <translation>运行之前的训练视图：设置、数据、一个按钮。</translation>
    </message>
    <message>
        <source>A run that trains, in a process of its own.</source>
        <translation>正在训练的运行，位于自己的进程中。</translation>
    </message>
    <message>
        <source>Paused: everything stays in memory, each button says what it can do.</source>
        <translation>已暂停：一切留在内存中，每个按钮都说明自己能做什么。</translation>
    </message>
    <message>
        <source>The end: its checkpoints and pictures, each becomes A or B.</source>
        <translation>结束：它的检查点和图片，每个都可以成为 A 或 B。</translation>
    </message>
    <message>
        <source>Back in the Pyramid view.</source>
        <translation>回到金字塔视图。</translation>
    </message>
    <message>
        <source>The window was closed, and another one finds the paused run again.</source>
        <translation>窗口已关闭，另一个窗口又找到了暂停的运行。</translation>
    </message>
    <message>
        <source>Resumed; its curves on a logarithmic axis, over the time.</source>
        <translation>已继续；曲线为对数轴，按时间。</translation>
    </message>
    <message>
        <source>Trained on past the plan, and finished again.</source>
        <translation>训练超出计划，并再次完成。</translation>
    </message>
    <message>
        <source>A new run: every setting can be searched for and has help, a wrong value is marked, and the cost is beside the button.</source>
        <translation>新运行：每项设置都可搜索并带有说明，错误的值会标出，开销显示在按钮旁。</translation>
    </message>
    <message>
        <source>Two checkpoints of the run as A and B, at the same image and level.</source>
        <translation>该运行的两个检查点作为 A 和 B,同一图像、同一层级。</translation>
    </message>
    <message>
        <source>The checkpoint cursor moves A one on; the level stays.</source>
        <translation>检查点游标将 A 前移一个；层级不变。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::AttentionBar</name>
    <message>
        <source>Look</source>
        <translation>显示方式</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>注意力图</translation>
    </message>
    <message>
        <source>The selected token&apos;s attention over the image (M)</source>
        <translation>所选词元在图像上的注意力（M）</translation>
    </message>
    <message>
        <source>All heads</source>
        <translation>所有头</translation>
    </message>
    <message>
        <source>Every head of every layer, small (H)</source>
        <translation>每层的每个头，小图（H）</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>The declared mask, and a head&apos;s attention of all tokens (K)</source>
        <translation>声明的掩码，以及一个头对所有词元的注意力（K）</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>How much of each level&apos;s attention goes to each level (S)</source>
        <translation>各层级的注意力有多少流向各层级（S）</translation>
    </message>
    <message>
        <source>Influence</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>What moves when the token is disturbed (I)</source>
        <translation>扰动词元时什么会变化（I）</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>审查</translation>
    </message>
    <message>
        <source>Declared against measured dependency: leaks (A)</source>
        <translation>声明的依赖与测得的依赖对照：泄漏（A）</translation>
    </message>
    <message>
        <source>Part of the model</source>
        <translation>模型的部分</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Attention inside the encoder (E)</source>
        <translation>编码器内的注意力（E）</translation>
    </message>
    <message>
        <source>Decoder</source>
        <translation>解码器</translation>
    </message>
    <message>
        <source>Attention inside the decoder (E)</source>
        <translation>解码器内的注意力（E）</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Whom the selected token reads (R)</source>
        <translation>所选词元读取谁（R）</translation>
    </message>
    <message>
        <source>is read</source>
        <translation>被读取</translation>
    </message>
    <message>
        <source>Who reads the selected token (R)</source>
        <translation>谁读取所选词元（R）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save the picture with its provenance (Ctrl+E)</source>
        <translation>保存图片及其来源（Ctrl+E）</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::AttentionBench</name>
    <message>
        <source>Recording attention</source>
        <translation>正在记录注意力</translation>
    </message>
    <message>
        <source>Reading a token&apos;s attention</source>
        <translation>正在读取词元的注意力</translation>
    </message>
    <message>
        <source>Summing up the attention of a layer</source>
        <translation>正在汇总一层的注意力</translation>
    </message>
    <message>
        <source>Reading the attention of a layer</source>
        <translation>正在读取一层的注意力</translation>
    </message>
    <message>
        <source>Measuring a token&apos;s influence</source>
        <translation>正在测量词元的影响</translation>
    </message>
    <message>
        <source>Auditing the mask</source>
        <translation>正在审查掩码</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::AttentionPage</name>
    <message>
        <source>Recording attention…</source>
        <translation>正在记录注意力…</translation>
    </message>
    <message>
        <source>This model has no attention that can be looked at.</source>
        <translation>该模型没有可供查看的注意力。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Nothing to look at</source>
        <translation>没有可看的内容</translation>
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
        <translation>头</translation>
    </message>
    <message>
        <source>Which head is shown, or the mean of all (Alt+Up, Alt+Down)</source>
        <translation>显示哪个头，或所有头的平均（Alt+上、Alt+下）</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>按层</translation>
    </message>
    <message>
        <source>Lowest entropy first</source>
        <translation>熵最低者在前</translation>
    </message>
    <message>
        <source>Farthest first</source>
        <translation>距离最远者在前</translation>
    </message>
    <message>
        <source>Order of the heads</source>
        <translation>头的排序</translation>
    </message>
    <message>
        <source>How the small maps are ordered (O)</source>
        <translation>小图如何排序（O）</translation>
    </message>
    <message>
        <source>Disturbance</source>
        <translation>扰动</translation>
    </message>
    <message>
        <source>What takes the token&apos;s place to measure its influence (N)</source>
        <translation>用什么替换词元以测量其影响（N）</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Copy the numbers of this look</source>
        <translation>复制此视图的数值</translation>
    </message>
    <message>
        <source>Token, layer and head</source>
        <translation>词元、层与头</translation>
    </message>
    <message>
        <source>Which token asks, in which layer and head, and what is kept</source>
        <translation>哪个词元在询问，在哪一层哪个头，以及保留了什么</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Which layer is shown, from 0 (Ctrl+Up, Ctrl+Down)</source>
        <translation>显示哪一层，从 0 起（Ctrl+上、Ctrl+下）</translation>
    </message>
    <message>
        <source>The token that asks</source>
        <translation>询问的词元</translation>
    </message>
    <message>
        <source>The layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>The head over all tokens that ask</source>
        <translation>该头在所有询问词元上的统计</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>保留了什么</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>出了什么问题</translation>
    </message>
    <message>
        <source>SELECTED TOKEN</source>
        <translation>所选词元</translation>
    </message>
    <message>
        <source>LAYER AND HEAD</source>
        <translation>层与头</translation>
    </message>
    <message>
        <source>HEADS</source>
        <translation>头</translation>
    </message>
    <message>
        <source>DISTURBANCE</source>
        <translation>扰动</translation>
    </message>
    <message>
        <source>NUMBERS</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>MEMORY</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>%1
Nothing is selected: the middle of the finest grid asks. A click in a map makes another token ask.</source>
        <translation>%1
未选择任何词元：由最细网格的中心询问。在图中单击可让另一个词元询问。</translation>
    </message>
    <message>
        <source>Layer %1 of 0 to %2</source>
        <translation>第 %1 层（0 至 %2）</translation>
    </message>
    <message>
        <source>No layers yet</source>
        <translation>尚无层</translation>
    </message>
    <message>
        <source>Mean of the heads</source>
        <translation>各头平均</translation>
    </message>
    <message>
        <source>Head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>Entropy %1 bits, mean distance %2 of the image&apos;s side</source>
        <translation>熵 %1 比特，平均距离为图像边长的 %2</translation>
    </message>
    <message>
        <source>%1 of %2 records kept, %3 of at most %4. Maps are made when they are looked at.</source>
        <translation>保留 %1 / %2 份记录，占 %3，上限 %4。注意力图在查看时才计算。</translation>
    </message>
    <message>
        <source>Stopped; choose again to go on.</source>
        <translation>已停止；重新选择以继续。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::AttentionRoom</name>
    <message>
        <source>This view shows who reads whom inside a model: as maps over the image, head by head, from level to level, against the declared mask, and against what really moves.</source>
        <translation>此视图显示模型内部谁读取谁：图像上的注意力图、逐头、逐层级，并与声明的掩码和真正的变化对照。</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开的模型</translation>
    </message>
    <message>
        <source>Open a model folder…</source>
        <translation>打开模型文件夹…</translation>
    </message>
    <message>
        <source>No image is open</source>
        <translation>没有打开的图像</translation>
    </message>
    <message>
        <source>Open images…</source>
        <translation>打开图像…</translation>
    </message>
    <message>
        <source>This model has no attention to look at</source>
        <translation>该模型没有可供查看的注意力</translation>
    </message>
    <message>
        <source>Its family has no transformer that this program can look into. The Pyramid and Latents views show what it has.</source>
        <translation>其系列没有本程序可以查看的 Transformer。金字塔与潜变量视图显示它所具有的内容。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Nothing that was computed is lost.</source>
        <translation>已计算的内容没有丢失。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Recording attention</source>
        <translation>正在记录注意力</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::AuditPage</name>
    <message>
        <source>Audit of the mask</source>
        <translation>掩码审查</translation>
    </message>
    <message>
        <source>What the model declares against what was measured</source>
        <translation>模型的声明与测量结果对照</translation>
    </message>
    <message>
        <source>The outcome of the audit</source>
        <translation>审查结果</translation>
    </message>
    <message>
        <source>Picture (row) moved by tokens (column)</source>
        <translation>图像（行）因词元（列）而变化</translation>
    </message>
    <message>
        <source>⚠ leak %1</source>
        <translation>⚠ 泄漏 %1</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Leak: the picture must not depend on these tokens, yet a pixel moved by %1.</source>
        <translation>泄漏：该图像不得依赖这些词元，但有像素变化了 %1。</translation>
    </message>
    <message>
        <source>The picture may depend on these tokens, but no pixel moved (%1).</source>
        <translation>该图像可以依赖这些词元，但没有像素变化（%1）。</translation>
    </message>
    <message>
        <source>As declared: the picture depends on these tokens; a pixel moved by %1.</source>
        <translation>与声明一致：该图像依赖这些词元；有像素变化了 %1。</translation>
    </message>
    <message>
        <source>As declared: the picture does not depend on these tokens (%1).</source>
        <translation>与声明一致：该图像不依赖这些词元（%1）。</translation>
    </message>
    <message>
        <source>All tokens of a level became noise, one level after the other; up to %1 counts as no change.</source>
        <translation>逐个层级将其全部词元换成噪声；不超过 %1 视为没有变化。</translation>
    </message>
    <message>
        <source>No leak: no picture moved that must not.</source>
        <translation>没有泄漏：不应变化的图像都没有变化。</translation>
    </message>
    <message>
        <source>Leaks: %1. A picture moved that must not.</source>
        <translation>泄漏：%1 处。不应变化的图像发生了变化。</translation>
    </message>
    <message>
        <source>Declared and not used: %1.</source>
        <translation>已声明但未使用：%1 项。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
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
        <translation>正在审查掩码…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::BlockMapView</name>
    <message>
        <source>Attention over the image</source>
        <translation>图像上的注意力</translation>
    </message>
    <message>
        <source>Each block has its own scale: its largest weight is yellow. A click makes a token the one that asks; so do the arrow keys with Alt.</source>
        <translation>每个块有自己的标度：最大权重为黄色。单击使某个词元询问；Alt 加方向键亦可。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · largest %2</source>
        <translation>%1 · 最大 %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::BranchNode</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Show this branch at this step; Delete removes the branch</source>
        <translation>显示此分支的这一步；Delete 键移除该分支</translation>
    </message>
    <message>
        <source>A branch begins here.</source>
        <translation>有分支从这里开始。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::BranchTree</name>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>The arrow keys walk over the tree, Enter shows a branch, Delete removes it.</source>
        <translation>方向键在树上移动，Enter 显示分支，Delete 移除分支。</translation>
    </message>
    <message>
        <source>A line that leaves the row is a branch; a click shows it</source>
        <translation>离开本行的线是一个分支；单击即可显示</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::BusyPanel</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop this task</source>
        <translation>停止此任务</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CandidatePanel</name>
    <message>
        <source>Another code</source>
        <translation>另一个编码</translation>
    </message>
    <message>
        <source>Any code of the codebook, also one that was unlikely</source>
        <translation>码本中的任意编码，即使可能性很小</translation>
    </message>
    <message>
        <source>Put it there</source>
        <translation>放到这里</translation>
    </message>
    <message>
        <source>Put this code there</source>
        <translation>将此编码放到这里</translation>
    </message>
    <message>
        <source>Replace the token by this code, and go on behind its step as a branch</source>
        <translation>用此编码替换该 token，并在其步骤之后作为分支继续</translation>
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
        <translation>单击一个 token 可查看其编码、生成器的把握程度以及可替代的编码。</translation>
    </message>
    <message>
        <source>Not written yet.</source>
        <translation>尚未写出。</translation>
    </message>
    <message>
        <source>Code %1, written by %2.
Entropy %3: %4</source>
        <translation>编码 %1，由%2写出。
熵 %3：%4</translation>
    </message>
    <message>
        <source>this step was changed by hand.</source>
        <translation>这一步经过手动修改。</translation>
    </message>
    <message>
        <source>the likeliest codes were</source>
        <translation>最可能的编码为</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CandidateRow</name>
    <message>
        <source>The code that stands there</source>
        <translation>当前所在的编码</translation>
    </message>
    <message>
        <source>Put code %1 there, and go on behind its step as a branch</source>
        <translation>放入编码 %1，并在其步骤之后作为分支继续</translation>
    </message>
    <message>
        <source>Code %1, %2</source>
        <translation>编码 %1，%2</translation>
    </message>
    <message>
        <source>%1 · stands there</source>
        <translation>%1 · 当前</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ChannelPage</name>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Correlation of the channels</source>
        <translation>通道的相关性</translation>
    </message>
    <message>
        <source>Correlation of two channels: blue −1, white 0, red +1</source>
        <translation>两个通道的相关性：蓝 −1，白 0，红 +1</translation>
    </message>
    <message>
        <source>Traversal</source>
        <translation>遍历</translation>
    </message>
    <message>
        <source>CORRELATION</source>
        <translation>相关性</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Histogram of channel %1</source>
        <translation>通道 %1 的直方图</translation>
    </message>
    <message>
        <source>Strongest: channels %1 and %2, %3</source>
        <translation>最强：通道 %1 和 %2，%3</translation>
    </message>
    <message>
        <source>No two channels vary together.</source>
        <translation>没有两个通道一同变化。</translation>
    </message>
    <message>
        <source>CHANNEL %1 MOVED EVERYWHERE BY SO MANY DEVIATIONS</source>
        <translation>通道 %1 处处移动若干标准差</translation>
    </message>
    <message>
        <source>%1 deviations</source>
        <translation>%1 个标准差</translation>
    </message>
    <message>
        <source>It needs an image of A, and a model that decodes latents.</source>
        <translation>需要 A 的图像以及能解码潜变量的模型。</translation>
    </message>
    <message>
        <source>The chosen channel is traversed below</source>
        <translation>所选通道在下方遍历</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CheckpointFinder</name>
    <message>
        <source>Looking at files</source>
        <translation>正在查看文件</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CleanLevels</name>
    <message>
        <source>Clean picture by level</source>
        <translation>各层级的干净图像</translation>
    </message>
    <message>
        <source>What the step foretells, decoded at each level, coarse first; Left and Right or a click choose the level of the large picture</source>
        <translation>该步预测的结果在每一层级的解码，由粗到细；左右方向键或单击选择大图的层级</translation>
    </message>
    <message>
        <source>%1, level %2 of %3</source>
        <translation>%1，第 %2 级，共 %3 级</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CloudView</name>
    <message>
        <source>Cloud</source>
        <translation>点云</translation>
    </message>
    <message>
        <source>Points of latent space in three dimensions: a drag turns them</source>
        <translation>三维潜空间中的点：拖动可旋转</translation>
    </message>
    <message>
        <source>The map in three dimensions needs OpenGL, and this display offers none; the 2-D map works without.</source>
        <translation>三维图需要 OpenGL，而此显示环境不提供；二维图无需它。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CodeField</name>
    <message>
        <source>Codes</source>
        <translation>码字</translation>
    </message>
    <message>
        <source>Code %1: never used</source>
        <translation>码字 %1：从未使用</translation>
    </message>
    <message>
        <source>%1 codes · brighter: used more · crosses: never used (%2)</source>
        <translation>%1 个码字 · 越亮越常用 · 叉号：从未使用（%2）</translation>
    </message>
    <message>
        <source>Code %1: used %2×</source>
        <translation>码字 %1：使用 %2 次</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CodePanel</name>
    <message>
        <source>Nearest codes</source>
        <translation>最近的码字</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>共现</translation>
    </message>
    <message>
        <source>The picked code</source>
        <translation>所选码字</translation>
    </message>
    <message>
        <source>Images that hold the code, level by level</source>
        <translation>含有该码字的图像，按层级</translation>
    </message>
    <message>
        <source>What the code paints</source>
        <translation>码字绘制的内容</translation>
    </message>
    <message>
        <source>NO CODE IS PICKED</source>
        <translation>未选择码字</translation>
    </message>
    <message>
        <source>Click a code, or go through them with the arrow keys: here stands where it occurs, what is near it, and what it paints.</source>
        <translation>点击一个码字，或用方向键浏览：这里显示它出现在哪里、近邻以及它绘制的内容。</translation>
    </message>
    <message>
        <source>CODE %1</source>
        <translation>码字 %1</translation>
    </message>
    <message>
        <source>%1, token %2</source>
        <translation>%1，令牌 %2</translation>
    </message>
    <message>
        <source>Nearest, with distance: %1</source>
        <translation>最近者及距离：%1</translation>
    </message>
    <message>
        <source>Often in the same images, with lift: %1</source>
        <translation>常在同一图像中，及提升度：%1</translation>
    </message>
    <message>
        <source>The current image does not have it.</source>
        <translation>当前图像中没有它。</translation>
    </message>
    <message>
        <source>What it paints at level %1, token %2</source>
        <translation>它在层级 %1、令牌 %2 处绘制的内容</translation>
    </message>
    <message>
        <source>Every other token masked</source>
        <translation>其他令牌均被遮蔽</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>单独</translation>
    </message>
    <message>
        <source>The picture with it minus the picture with the mask token in its place: blue darker, red brighter, up to %1</source>
        <translation>含该码字的图像减去以遮蔽令牌替代的图像：蓝为变暗，红为变亮，至 %1</translation>
    </message>
    <message>
        <source>what it moves</source>
        <translation>它改变的部分</translation>
    </message>
    <message>
        <source>Used %1× in %2 images</source>
        <translation>在 %2 张图像中使用 %1 次</translation>
    </message>
    <message>
        <source>Level %1, %2: %3×</source>
        <translation>层级 %1，%2：%3 次</translation>
    </message>
    <message>
        <source>×%1 in %2 images</source>
        <translation>×%1，%2 张图像</translation>
    </message>
    <message>
        <source>The current image has it %1×; its tokens are selected.</source>
        <translation>当前图像中有 %1 次；其令牌已选中。</translation>
    </message>
    <message>
        <source>The picture with all tokens</source>
        <translation>含全部令牌的图像</translation>
    </message>
    <message>
        <source>in place</source>
        <translation>在原位</translation>
    </message>
    <message>
        <source>Where it occurs, what is near it, and what it paints</source>
        <translation>它出现在哪里、近邻以及它绘制的内容</translation>
    </message>
    <message>
        <source>A link picks its code</source>
        <translation>链接选择其码字</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CodebookBar</name>
    <message>
        <source>Look of the codebook</source>
        <translation>码本外观</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Every code as a cell (G)</source>
        <translation>每个码字为一格 (G)</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Every code where PCA lays its vector (M)</source>
        <translation>每个码字位于 PCA 布置处 (M)</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Encode the images and count their codes (Space)</source>
        <translation>编码图像并统计码字（空格）</translation>
    </message>
    <message>
        <source>By usage</source>
        <translation>按使用</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按编号</translation>
    </message>
    <message>
        <source>By level</source>
        <translation>按层级</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Order of the grid: the most used first, by number, or by the level that a code occurs at most (O)</source>
        <translation>网格顺序：最常用在前、按编号，或按码字最常出现的层级 (O)</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Whose usage is shown (Ctrl+Up and Ctrl+Down)</source>
        <translation>显示哪一层级的使用情况（Ctrl+上、Ctrl+下）</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Whose codes are counted</source>
        <translation>统计谁的码字</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>How many images</source>
        <translation>图像数量</translation>
    </message>
    <message>
        <source>How many images are encoded, from the first on</source>
        <translation>从第一张起编码多少图像</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>A Folder of Images</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>A Data Set in One File</source>
        <translation>单文件数据集</translation>
    </message>
    <message>
        <source>The library&apos;s images</source>
        <translation>库中的图像</translation>
    </message>
    <message>
        <source>The demo&apos;s images</source>
        <translation>演示图像</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>IDX file…</source>
        <translation>IDX 文件…</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有层级</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CodebookBench</name>
    <message>
        <source>Counting codes</source>
        <translation>正在统计码字</translation>
    </message>
    <message>
        <source>Reading the codebook&apos;s vectors</source>
        <translation>正在读取码本向量</translation>
    </message>
    <message>
        <source>Laying out the codebook</source>
        <translation>正在布置码本</translation>
    </message>
    <message>
        <source>Measuring channels</source>
        <translation>正在测量通道</translation>
    </message>
    <message>
        <source>Painting code %1</source>
        <translation>正在绘制码字 %1</translation>
    </message>
    <message>
        <source>Traversing channel %1</source>
        <translation>正在遍历通道 %1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CodebookPanel</name>
    <message>
        <source>Copy the numbers</source>
        <translation>复制数字</translation>
    </message>
    <message>
        <source>Copy what differs</source>
        <translation>复制差异</translation>
    </message>
    <message>
        <source>The codebook&apos;s numbers</source>
        <translation>码本的数字</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>使用率</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>A AND B IN THIS IMAGE</source>
        <translation>此图像中的 A 与 B</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>复制…</translation>
    </message>
    <message>
        <source>Put the table on the clipboard, in one of three forms</source>
        <translation>将表格以三种格式之一放入剪贴板</translation>
    </message>
    <message>
        <source>CHANNELS</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>VOCABULARY</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Stopped before the last image.</source>
        <translation>在最后一张图像前停止。</translation>
    </message>
    <message>
        <source>Nothing was counted yet.</source>
        <translation>尚未统计。</translation>
    </message>
    <message>
        <source>%1 codes; %2 tokens, %3 images of %4.</source>
        <translation>%1 个码字；%2 个令牌，%3 张图像，来自 %4。</translation>
    </message>
    <message>
        <source>%1 vectors, %2 images of %3.</source>
        <translation>%1 个向量，%2 张图像，来自 %3。</translation>
    </message>
    <message>
        <source>Usage in all and per level, and which codes differ</source>
        <translation>总体与各层级的使用情况，以及不同的码字</translation>
    </message>
    <message>
        <source>The numbers can be selected; Copy… takes the whole table</source>
        <translation>数字可以选取；“复制…”复制整个表格</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CodebookRoom</name>
    <message>
        <source>The Demo&apos;s Images</source>
        <translation>演示图像</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开的模型</translation>
    </message>
    <message>
        <source>This view shows every code of a vocabulary: how often it is used, where it occurs, and what it paints. Of models with a continuous latent it shows the channels.
Open or drop a model folder: one with config.json and model.safetensors.</source>
        <translation>此视图显示词表中的每个码字：使用频率、出现位置以及绘制的内容。对于连续潜变量的模型则显示通道。
打开或拖入一个模型文件夹：含 config.json 和 model.safetensors。</translation>
    </message>
    <message>
        <source>Open a model folder…</source>
        <translation>打开模型文件夹…</translation>
    </message>
    <message>
        <source>This model has no codes: its latent is continuous. The view measures its channels instead: mean, deviation, KL share, correlation, and what a channel does to the picture.</source>
        <translation>此模型没有码字：其潜变量是连续的。视图改为测量通道：均值、标准差、KL 占比、相关性以及通道对图像的作用。</translation>
    </message>
    <message>
        <source>The codes of many images are counted: which are used, which are dead, and how evenly. Choose the images in the bar above, or drop a folder of images or an IDX file on this view.</source>
        <translation>统计许多图像的码字：哪些被使用、哪些未用、是否均匀。在上方栏中选择图像，或将图像文件夹或 IDX 文件拖到此视图。</translation>
    </message>
    <message>
        <source>Nothing was counted yet</source>
        <translation>尚未统计</translation>
    </message>
    <message>
        <source>Take the library&apos;s images</source>
        <translation>使用库中的图像</translation>
    </message>
    <message>
        <source>Take the demo&apos;s images</source>
        <translation>使用演示图像</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Nothing was counted before it was stopped.</source>
        <translation>停止前尚未统计任何内容。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>正在打开模型</translation>
    </message>
    <message>
        <source>Encoding images</source>
        <translation>正在编码图像</translation>
    </message>
    <message>
        <source>Usage, sorted: level %1</source>
        <translation>使用情况（排序）：层级 %1</translation>
    </message>
    <message>
        <source>Usage, sorted: all levels</source>
        <translation>使用情况（排序）：所有层级</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%2 张图像中的第 %1 张</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ColorKey</name>
    <message>
        <source>Key of the colours</source>
        <translation>颜色图例</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1，从 %2 到 %3</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ColorsPanel</name>
    <message>
        <source>Names in the map</source>
        <translation>在图中显示名称</translation>
    </message>
    <message>
        <source>COLOUR</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>着色依据</translation>
    </message>
    <message>
        <source>What the colour of a point says</source>
        <translation>点的颜色表示什么</translation>
    </message>
    <message>
        <source>By</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Write each name at the middle of its points</source>
        <translation>将每个名称写在其点的中央</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CommandModel</name>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>不可用</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CommandPalette</name>
    <message>
        <source>No action matches</source>
        <translation>没有匹配的操作</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Type the name of an action</source>
        <translation>输入操作的名称</translation>
    </message>
    <message>
        <source>Name of an action</source>
        <translation>操作名称</translation>
    </message>
    <message>
        <source>Up and Down choose, Enter runs the action, Escape closes</source>
        <translation>上、下方向键选择，Enter 执行操作，Esc 关闭</translation>
    </message>
    <message>
        <source>Actions that match</source>
        <translation>匹配的操作</translation>
    </message>
    <message>
        <source>Click an action to run it</source>
        <translation>单击操作即可执行</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CommutationView</name>
    <message>
        <source>Z is the latent map, X the image, D the decoder and D_s the downsampling to scale s. In a good model the two orders agree (HieraTok, appendix B, equations 12 and 13).</source>
        <translation>Z 是潜变量图，X 是图像，D 是解码器，D_s 是到尺度 s 的下采样。好的模型中两种顺序的结果一致（HieraTok，附录 B，公式 12 和 13）。</translation>
    </message>
    <message>
        <source>D(D_s(Z))  ·  decoded from the downsampled latent</source>
        <translation>D(D_s(Z))  ·  由下采样的潜变量解码</translation>
    </message>
    <message>
        <source>D_s(D(Z))  ·  the finest level, downsampled</source>
        <translation>D_s(D(Z))  ·  最细层级，下采样</translation>
    </message>
    <message>
        <source>D_s(X)  ·  the image, downsampled</source>
        <translation>D_s(X)  ·  图像，下采样</translation>
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
        <translation>A 与 B</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Show A alone (hold B to see B in its place)</source>
        <translation>只显示 A（按住 B 键可在其位置看到 B）</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>A and B beside each other, moved and zoomed together</source>
        <translation>A 与 B 并排，同步移动和缩放</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>划分对比</translation>
    </message>
    <message>
        <source>A and B over each other, with a line to drag between them</source>
        <translation>A 与 B 重叠，拖动中间的线划分</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>A minus B, signed: red where A is brighter</source>
        <translation>A 减 B，有符号：红色表示 A 更亮</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>交换 A 和 B</translation>
    </message>
    <message>
        <source>Compare no longer</source>
        <translation>不再比较</translation>
    </message>
    <message>
        <source>hold B to flip</source>
        <translation>按住 B 切换</translation>
    </message>
    <message>
        <source>Another model on this image</source>
        <translation>同一图像，另一个模型</translation>
    </message>
    <message>
        <source>Another image through this model</source>
        <translation>同一模型，另一幅图像</translation>
    </message>
    <message>
        <source>Open a second model or image first</source>
        <translation>请先打开第二个模型或图像</translation>
    </message>
    <message>
        <source>Compare with…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>与 %1 比较</translation>
    </message>
    <message>
        <source>Choose B: another model on this image, or another image</source>
        <translation>选择 B：同一图像的另一个模型，或另一幅图像</translation>
    </message>
    <message>
        <source>Show this model as B beside A; the arrow lists other models and images</source>
        <translation>将此模型作为 B 显示在 A 旁边；箭头列出其他模型和图像</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CompareView</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>%1  ·  B: %2</source>
        <translation>%1  ·  B：%2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ConfigModel</name>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CursorBar</name>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>The level that every view shows (Left and Right)</source>
        <translation>所有视图显示的层级（左、右方向键）</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Play the levels, coarse to fine (P)</source>
        <translation>由粗到细播放各层级（P）</translation>
    </message>
    <message>
        <source>Play the levels</source>
        <translation>播放各层级</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>The checkpoint of model A along its training (Ctrl+Left and Ctrl+Right); while Alt is held, of model B</source>
        <translation>模型 A 在训练中的检查点（Ctrl+左、Ctrl+右）;按住 Alt 时为模型 B</translation>
    </message>
    <message>
        <source>%1, no longer kept</source>
        <translation>%1，已不再保留</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>The step of the generation that is shown (Shift+Left and Shift+Right)</source>
        <translation>所显示的生成步（Shift+左 与 Shift+右）</translation>
    </message>
    <message>
        <source>Play the steps</source>
        <translation>播放各步</translation>
    </message>
    <message>
        <source>Play the steps, first to last (Space in the Generate view)</source>
        <translation>从头到尾播放各步（生成视图中按空格）</translation>
    </message>
    <message>
        <source>Play the checkpoints</source>
        <translation>播放检查点</translation>
    </message>
    <message>
        <source>Play the checkpoints, each as soon as it is computed</source>
        <translation>播放检查点，每个算好后即显示</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <translation>%1/%2 · %3</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CurveChart</name>
    <message>
        <source>Move the mouse over the curves to read their values</source>
        <translation>将鼠标移到曲线上以读取数值</translation>
    </message>
    <message>
        <source>%1: %2 at %3</source>
        <translation>%1：%2，位于 %3</translation>
    </message>
    <message>
        <source>No values yet</source>
        <translation>还没有数值</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::CurvePanel</name>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Values on a linear axis</source>
        <translation>数值用线性轴</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Values on a logarithmic axis; zero is left out</source>
        <translation>数值用对数轴；零不显示</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>坐标轴</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Over the steps of the training</source>
        <translation>随训练步数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Over the time that the training took</source>
        <translation>随训练所用时间</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>How much of the mean before stays in each value</source>
        <translation>每个值中保留多少先前的平均值</translation>
    </message>
    <message>
        <source>Show or hide the metric %1</source>
        <translation>显示或隐藏指标 %1</translation>
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
        <translation>用于 ddim：重新加入多少噪声；0 表示无</translation>
    </message>
    <message>
        <source>Guide from</source>
        <translation>引导起点</translation>
    </message>
    <message>
        <source>Part of the way from noise (0) to the picture (1) where guidance begins</source>
        <translation>从噪声 (0) 到图像 (1) 的路程中引导开始的位置</translation>
    </message>
    <message>
        <source>Guide to</source>
        <translation>引导终点</translation>
    </message>
    <message>
        <source>Part of the way where guidance ends</source>
        <translation>引导结束的位置</translation>
    </message>
    <message>
        <source>Hold clean maps within −1 and 1</source>
        <translation>将干净的潜变量限制在 −1 与 1 之间</translation>
    </message>
    <message>
        <source>Guide three channels only</source>
        <translation>仅引导三个通道</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>采样器</translation>
    </message>
    <message>
        <source>How a step goes from one noise to the next</source>
        <translation>一步如何从一个噪声水平走到下一个</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>From noise to the picture; branches keep those of their parent</source>
        <translation>从噪声到图像；分支沿用其父分支的步数</translation>
    </message>
    <message>
        <source>As the official code&apos;s clip_denoised; latents of most tokenizers are not within −1 and 1</source>
        <translation>同官方代码的 clip_denoised；多数分词器的潜变量不在 −1 与 1 之间</translation>
    </message>
    <message>
        <source>As the official code, which was made for latents of four channels</source>
        <translation>同官方代码，该代码面向四通道的潜变量</translation>
    </message>
    <message>
        <source>Noise over the steps</source>
        <translation>各步的噪声</translation>
    </message>
    <message>
        <source>How much of the map is noise before each step, as a standard deviation</source>
        <translation>每一步之前图中噪声所占的标准差</translation>
    </message>
    <message>
        <source>DENOISING</source>
        <translation>去噪</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>Clipping</source>
        <translation>截断</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Desktop</name>
    <message>
        <source>A training is running</source>
        <translation>训练正在进行</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::DifferenceMaker</name>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::DockTitle</name>
    <message>
        <source>Float or dock the panel %1</source>
        <translation>浮动或停靠面板“%1”</translation>
    </message>
    <message>
        <source>Close the panel %1; the Window menu opens it again</source>
        <translation>关闭面板“%1”；可从“窗口”菜单重新打开</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::EvaluationBench</name>
    <message>
        <source>Evaluating images</source>
        <translation>正在评估图像</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>The sheet compares A and B: choose a model B first, and wait until both are open.</source>
        <translation>对比表比较 A 与 B:请先选择模型 B,并等待两者都打开。</translation>
    </message>
    <message>
        <source>Comparison sheet</source>
        <translation>对比表</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::EvaluationWindow</name>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Measure model A on these images</source>
        <translation>在这些图像上测量模型 A</translation>
    </message>
    <message>
        <source>Figures of the set</source>
        <translation>整个集合的数值</translation>
    </message>
    <message>
        <source>Figures of each level</source>
        <translation>各层级的数值</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>各类别的数值</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Write evaluation.json and tables into a folder</source>
        <translation>将 evaluation.json 和表格写入文件夹</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the table that is shown</source>
        <translation>复制当前显示的表格</translation>
    </message>
    <message>
        <source>Comparison Sheet…</source>
        <translation>对比表…</translation>
    </message>
    <message>
        <source>Measure A and B on these images and save pictures with numbers</source>
        <translation>在这些图像上测量 A 和 B,并保存带数值的图片</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>集合</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Model A</source>
        <translation>模型 A</translation>
    </message>
    <message>
        <source>The library&apos;s images</source>
        <translation>资料库中的图像</translation>
    </message>
    <message>
        <source>Whose reconstructions are measured</source>
        <translation>测量哪些图像的重建</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>How many images</source>
        <translation>图像数量</translation>
    </message>
    <message>
        <source>How many images from the first on</source>
        <translation>从第一幅起的图像数量</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder of images</source>
        <translation>选择图像文件夹</translation>
    </message>
    <message>
        <source>LPIPS…</source>
        <translation>LPIPS…</translation>
    </message>
    <message>
        <source>Choose a file of LPIPS weights</source>
        <translation>选择 LPIPS 权重文件</translation>
    </message>
    <message>
        <source>LPIPS Weights</source>
        <translation>LPIPS 权重</translation>
    </message>
    <message>
        <source>Inception…</source>
        <translation>Inception…</translation>
    </message>
    <message>
        <source>Choose the weights of the Inception that FID is defined by</source>
        <translation>选择用于定义 FID 的 Inception 权重</translation>
    </message>
    <message>
        <source>Inception Weights</source>
        <translation>Inception 权重</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>The level whose figures the table shows</source>
        <translation>表格所显示数值的层级</translation>
    </message>
    <message>
        <source>Figures of each image</source>
        <translation>每幅图像的数值</translation>
    </message>
    <message>
        <source>Pick a row to show the image; a heading sorts</source>
        <translation>点选一行显示该图像;点击表头排序</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The work goes on</source>
        <translation>计算会继续进行</translation>
    </message>
    <message>
        <source>A Folder of Images</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>A Folder for the Tables</source>
        <translation>存放表格的文件夹</translation>
    </message>
    <message>
        <source>none is open</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Measures model A&apos;s reconstructions: press Evaluate. Every number keeps how it was made.</source>
        <translation>测量模型 A 的重建:请按“评估”。每个数值都保留其计算方法。</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>正在打开模型</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 / %2 幅图像</translation>
    </message>
    <message>
        <source>, stopped before the end</source>
        <translation>,未完成即停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1: %2 images%3</source>
        <translation>%1：%2 张图像%3</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ExportDialog</name>
    <message>
        <source>What to save</source>
        <translation>保存内容</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>此图片</translation>
    </message>
    <message>
        <source>What is shown large, at its own pixels or enlarged</source>
        <translation>大图中显示的内容，按原始像素或放大</translation>
    </message>
    <message>
        <source>Whole ladder</source>
        <translation>整个阶梯图</translation>
    </message>
    <message>
        <source>Every level with its residual and figures, as one picture</source>
        <translation>所有层级及其残差和指标，合为一张图片</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The PNG carries its recipe: dropped on the window it brings this view back.</source>
        <translation>PNG 中带有来源信息：拖入窗口即可恢复此视图。</translation>
    </message>
    <message>
        <source>Choose a file and save the picture there</source>
        <translation>选择文件并保存图片</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>× its pixels</source>
        <translation>× 原像素</translation>
    </message>
    <message>
        <source>Every pixel becomes a square of so many</source>
        <translation>每个像素变成边长为这么多像素的方块</translation>
    </message>
    <message>
        <source> px wide</source>
        <translation> px 宽</translation>
    </message>
    <message>
        <source>Width of the whole figure</source>
        <translation>整张图的宽度</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours of the figure</source>
        <translation>图的配色</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Enlargement</source>
        <translation>放大倍数</translation>
    </message>
    <message>
        <source>Width of the figure</source>
        <translation>图的宽度</translation>
    </message>
    <message>
        <source>PNG, %1 × %2 pixels</source>
        <translation>PNG，%1 × %2 像素</translation>
    </message>
    <message>
        <source>Save the Picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Exporter</name>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>Copying the provenance</source>
        <translation>正在复制来源信息</translation>
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
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Filmstrip</name>
    <message>
        <source>Images of the library</source>
        <translation>资料库中的图像</translation>
    </message>
    <message>
        <source>Left and Right choose the image of A.</source>
        <translation>左、右方向键选择 A 的图像。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::FilmstripDelegate</name>
    <message>
        <source>%1
The file is not there.</source>
        <translation>%1
文件不存在。</translation>
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
        <translation>取一个随机的种子（Ctrl+R）</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Begin with these settings and go through all steps (Ctrl+Return)</source>
        <translation>以这些设置开始并完成所有步骤（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>One step on (N)</source>
        <translation>前进一步（N）</translation>
    </message>
    <message>
        <source>Play: compute the steps that are missing, or go through them again (Space)</source>
        <translation>播放：计算缺少的步骤，或重新播放各步（空格）</translation>
    </message>
    <message>
        <source>Stop; what is there stays (Space)</source>
        <translation>停止；已有结果保留（空格）</translation>
    </message>
    <message>
        <source>Begin again at the end (L)</source>
        <translation>到末尾后重新开始（L）</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>在此分支</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save this step, all steps as a strip, or an animation (Ctrl+E)</source>
        <translation>保存当前步骤、所有步骤的长条图或动画（Ctrl+E）</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>随机取种子</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>The class to generate: type a part of its name or its number</source>
        <translation>要生成的类别：输入其名称的一部分或编号</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed and settings give the same image</source>
        <translation>相同的种子和设置得到相同的图像</translation>
    </message>
    <message>
        <source>Grid of seeds</source>
        <translation>种子网格</translation>
    </message>
    <message>
        <source>So many seeds at once as a grid; 1 shows one picture large</source>
        <translation>以网格同时显示这么多种子；1 表示放大显示一幅图像</translation>
    </message>
    <message>
        <source>End lock step</source>
        <translation>结束同步</translation>
    </message>
    <message>
        <source>Lock step…</source>
        <translation>同步…</translation>
    </message>
    <message>
        <source>Lock step with %1</source>
        <translation>与 %1 同步</translation>
    </message>
    <message>
        <source>Show A alone again; nothing that was computed is lost (Ctrl+J)</source>
        <translation>再次只显示 A；已计算的结果不会丢失（Ctrl+J）</translation>
    </message>
    <message>
        <source>Open a second generator first, such as an AR one</source>
        <translation>请先打开第二个生成器，例如 AR 生成器</translation>
    </message>
    <message>
        <source>Run this generator as B beside A, step by step: steps and time (Ctrl+J)</source>
        <translation>将此生成器作为 B 与 A 逐步并行运行：步数与时间（Ctrl+J）</translation>
    </message>
    <message>
        <source>Move the step cursor back first: behind the last step there is nothing to go on</source>
        <translation>请先将步骤光标后移：最后一步之后无法继续</translation>
    </message>
    <message>
        <source>Go on behind the step under the cursor with these settings; unchanged ones get the next seed (Ctrl+B)</source>
        <translation>以这些设置从光标所在步骤之后继续；若设置未变则使用下一个种子（Ctrl+B）</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GenerateRoom</name>
    <message>
        <source>TOKENS BY LEVEL</source>
        <translation>各层级的 TOKEN</translation>
    </message>
    <message>
        <source>BRANCHES</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>No generator is open</source>
        <translation>没有打开的生成器</translation>
    </message>
    <message>
        <source>Open the generator demo</source>
        <translation>打开生成器演示</translation>
    </message>
    <message>
        <source>Open a model folder…</source>
        <translation>打开模型文件夹…</translation>
    </message>
    <message>
        <source>Mend the file and drop it again, or choose another in the library.</source>
        <translation>请修复文件后重新拖入，或在资料库中选择其他文件。</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The generator was not opened.</source>
        <translation>生成器未打开。</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>%1/%2 steps · %3</source>
        <translation>%1/%2 步 · %3</translation>
    </message>
    <message>
        <source>after step %1 of %2 · %3 of %4 tokens · %5</source>
        <translation>第 %1/%2 步之后 · %3/%4 个 token · %5</translation>
    </message>
    <message>
        <source>Choose a class and press Generate (Ctrl+Return)</source>
        <translation>选择一个类别并按“生成”（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>The first step is on its way</source>
        <translation>正在计算第一步</translation>
    </message>
    <message>
        <source>Nothing is generated yet</source>
        <translation>尚未生成任何内容</translation>
    </message>
    <message>
        <source>Entropy, bit</source>
        <translation>熵（bit）</translation>
    </message>
    <message>
        <source>How unsure the generator was of a token; at the bright end all %1 codes were equally likely</source>
        <translation>生成器对一个 token 的不确定程度；最亮端表示全部 %1 个编码的可能性相同</translation>
    </message>
    <message>
        <source>This view shows how a generator writes an image step by step, coarse to fine: the picture after each step, every code with its runners-up, and branches from any step.
Open or drop a model folder of the family gpt or dit; its tokenizer is opened with it.</source>
        <translation>此视图展示生成器如何由粗到细逐步写出图像：每一步之后的图像、每个编码及其候选，以及从任一步开始的分支。
打开或拖入 gpt 或 dit 系列的模型文件夹；其分词器会一并打开。</translation>
    </message>
    <message>
        <source>after step %1 of %2 · %3 before it · %4</source>
        <translation>第 %1 步之后，共 %2 步 · 之前%3 · %4</translation>
    </message>
    <message>
        <source>CLEAN PICTURE BY LEVEL</source>
        <translation>各层级的干净图像</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GenerationBench</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GenerationExportDialog</name>
    <message>
        <source>What to save</source>
        <translation>保存内容</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>此图片</translation>
    </message>
    <message>
        <source>What is shown large, at its own pixels or enlarged</source>
        <translation>大图中显示的内容，按原始像素或放大</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>所有步骤</translation>
    </message>
    <message>
        <source>Every step with its number and tokens, as one picture</source>
        <translation>每一步及其编号和 token，合为一幅图像</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>The steps one after the other, as an animated PNG</source>
        <translation>各步骤依次显示，保存为动态 PNG</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The PNG carries its recipe: dropped on the window it brings this generation back.</source>
        <translation>PNG 带有其配方：拖到窗口上即可恢复这次生成。</translation>
    </message>
    <message>
        <source>Choose a file and save the picture there</source>
        <translation>选择文件并保存图片</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>× its pixels</source>
        <translation>× 原像素</translation>
    </message>
    <message>
        <source>Every pixel becomes a square of so many</source>
        <translation>每个像素变成边长为这么多像素的方块</translation>
    </message>
    <message>
        <source>Enlargement</source>
        <translation>放大倍数</translation>
    </message>
    <message>
        <source> ms a step</source>
        <translation> ms／步</translation>
    </message>
    <message>
        <source>How long each step is shown</source>
        <translation>每一步显示的时长</translation>
    </message>
    <message>
        <source>Time of a step</source>
        <translation>每步时间</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours of the figure</source>
        <translation>图的配色</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Animated PNG, %1 × %2 pixels, %3 steps</source>
        <translation>动态 PNG，%1 × %2 像素，%3 步</translation>
    </message>
    <message>
        <source>PNG, %1 × %2 pixels</source>
        <translation>PNG，%1 × %2 像素</translation>
    </message>
    <message>
        <source>Save the Picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GenerationExporter</name>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GenerationOpener</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Settings of a DiT</source>
        <translation>DiT 的设置</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GeneratorShelf</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::GuidanceCurve</name>
    <message>
        <source>Guidance over the steps</source>
        <translation>各步的引导强度</translation>
    </message>
    <message>
        <source>The scale that pulls each step towards the class; 1 is no guidance</source>
        <translation>将每一步拉向所选类别的强度；1 表示无引导</translation>
    </message>
    <message>
        <source>step 1</source>
        <translation>第 1 步</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::HeadGrid</name>
    <message>
        <source>Heads</source>
        <translation>头</translation>
    </message>
    <message>
        <source>A small map of the token&apos;s attention in each head, with the head&apos;s entropy in bits and its mean distance in sides of the image. A click chooses a head; so do the arrow keys with Alt.</source>
        <translation>每个头中该词元注意力的小图，附该头的熵（比特）和以图像边长计的平均距离。单击选择一个头；Alt 加方向键亦可。</translation>
    </message>
    <message>
        <source>%1: entropy %2 bits, mean distance %3 of the image&apos;s side</source>
        <translation>%1：熵 %2 比特，平均距离为图像边长的 %3</translation>
    </message>
    <message>
        <source>L%1 H%2</source>
        <translation>层%1 头%2</translation>
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
        <translation>模型</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Entropy, bits</source>
        <translation>熵（比特）</translation>
    </message>
    <message>
        <source>Distance, sides</source>
        <translation>距离（边长）</translation>
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
        <translation>编码器末端的图像 token，按前三个主成分着色。上：每一层级所含的内容，即较粗层级留下的部分。下：该层级与所有较粗层级之和。</translation>
    </message>
    <message>
        <source>This model&apos;s encoder merges no image tokens, so that it has no hierarchies to show.</source>
        <translation>此模型的编码器不合并图像 token，因此没有可显示的层级。</translation>
    </message>
    <message>
        <source>%1 × %2 tokens</source>
        <translation>%1 × %2 个 token</translation>
    </message>
    <message>
        <source>the coarsest alone</source>
        <translation>仅最粗层级</translation>
    </message>
    <message>
        <source>sum up to %1 tokens</source>
        <translation>累加至 %1 个 token</translation>
    </message>
    <message>
        <source>Mean length of the token vectors: %1</source>
        <translation>token 向量的平均长度：%1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::HintBar</name>
    <message>
        <source>Drop an image or a model here. Left and Right move the level; with a second model, hold B to flip to it. Ctrl+K finds any action.</source>
        <translation>将图像或模型拖到这里。左、右方向键移动层级；有第二个模型时，按住 B 切换到它。Ctrl+K 可找到任何操作。</translation>
    </message>
    <message>
        <source>Hide this hint</source>
        <translation>隐藏此提示</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ImageShelf</name>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ImageView</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Drag to move, wheel to zoom, F to fit, 1 for true pixels; where tokens are shown, Alt with the arrow keys moves over them and Space selects</source>
        <translation>拖动可移动，滚轮缩放，F 适应窗口，1 显示真实像素；显示 token 时，Alt 加方向键在其间移动，空格键选择</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::InfluencePage</name>
    <message>
        <source>%1 · %2, token %3: %4</source>
        <translation>%1 · %2，词元 %3：%4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
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
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::InfluenceRow</name>
    <message>
        <source>Pixels that moved</source>
        <translation>变化的像素</translation>
    </message>
    <message>
        <source>Cells that moved</source>
        <translation>变化的格子</translation>
    </message>
    <message>
        <source>Attention of the token&apos;s readers</source>
        <translation>读取该词元者的注意力</translation>
    </message>
    <message>
        <source>Spearman&apos;s rank correlation over the cells of this level</source>
        <translation>该层级各格子上的斯皮尔曼秩相关</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Pixels that moved, at most %1</source>
        <translation>变化的像素，最大 %1</translation>
    </message>
    <message>
        <source>No tokens of this layer stand at these cells.</source>
        <translation>该层没有词元位于这些格子。</translation>
    </message>
    <message>
        <source>Who reads it: %1</source>
        <translation>谁读取它：%1</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>吻合度</translation>
    </message>
    <message>
        <source>largest change</source>
        <translation>最大变化</translation>
    </message>
    <message>
        <source>Spearman</source>
        <translation>斯皮尔曼</translation>
    </message>
    <message>
        <source>The largest change of a pixel of this level&apos;s picture</source>
        <translation>该层级图像中像素的最大变化</translation>
    </message>
    <message>
        <source>Rank correlation of attention and change</source>
        <translation>注意力与变化的秩相关</translation>
    </message>
    <message>
        <source>%1 · agreement %2
%3</source>
        <translation>%1 · 吻合度 %2
%3</translation>
    </message>
    <message>
        <source>Nothing moves in this picture: it does not depend on the token.</source>
        <translation>该图像没有变化：它不依赖该词元。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::InspectorPanel</name>
    <message>
        <source>THIS LEVEL</source>
        <translation>当前层级</translation>
    </message>
    <message>
        <source>UNDER THE MOUSE</source>
        <translation>鼠标所在</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>MODEL A</source>
        <translation>模型 A</translation>
    </message>
    <message>
        <source>MODEL B</source>
        <translation>模型 B</translation>
    </message>
    <message>
        <source>Copy provenance</source>
        <translation>复制来源信息</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Selection, level, image and models in numbers</source>
        <translation>选择、层级、图像和模型的数值</translation>
    </message>
    <message>
        <source>Copy how this picture was made: hashes, options, seed and view, as JSON</source>
        <translation>以 JSON 复制此图片的制作方式：哈希、选项、随机种子和视图</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LadderView</name>
    <message>
        <source>Ladder of levels</source>
        <translation>层级阶梯图</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentBar</name>
    <message>
        <source>Dimensions</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>2-D</source>
        <translation>二维</translation>
    </message>
    <message>
        <source>A map in the plane</source>
        <translation>平面上的图</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>三维</translation>
    </message>
    <message>
        <source>A cloud in space; drag turns it</source>
        <translation>空间中的点云；拖动可旋转</translation>
    </message>
    <message>
        <source>Look of the map</source>
        <translation>图的显示方式</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>A disc for each token (S)</source>
        <translation>每个 token 一个圆点 (S)</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>What the tokens show, as many as do not overlap (I)</source>
        <translation>token 所显示的内容，以互不重叠为限 (I)</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>How densely they lie, with contours (D)</source>
        <translation>点的疏密，带等高线 (D)</translation>
    </message>
    <message>
        <source>The same points from the start with the next seed (Ctrl+R)</source>
        <translation>以下一个种子从头布置同样的点 (Ctrl+R)</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Go on for %1 iterations more</source>
        <translation>再进行 %1 次迭代</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Let the cloud turn by itself</source>
        <translation>让点云自行旋转</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>图</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>The map of A alone</source>
        <translation>只显示 A 的图</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>A and B beside each other: one camera, one selection</source>
        <translation>A 与 B 并排：同一相机，同一选择</translation>
    </message>
    <message>
        <source>Morph</source>
        <translation>渐变</translation>
    </message>
    <message>
        <source>One map: the points of B go from where A has them</source>
        <translation>一张图：B 的点从 A 中的位置出发</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>More iterations</source>
        <translation>更多迭代</translation>
    </message>
    <message>
        <source>From A to B</source>
        <translation>从 A 到 B</translation>
    </message>
    <message>
        <source>Left: where A has the points, right: where B has them</source>
        <translation>左：A 中点的位置；右：B 中点的位置</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>A drag moves the map, a click selects a point</source>
        <translation>拖动移动图，单击选择一个点</translation>
    </message>
    <message>
        <source>A drag selects a rectangle; Shift adds, Ctrl takes away</source>
        <translation>拖动选择一个矩形；Shift 添加，Ctrl 移除</translation>
    </message>
    <message>
        <source>A drag selects what it goes around; Shift adds, Ctrl takes away</source>
        <translation>拖动选择所圈的点；Shift 添加，Ctrl 移除</translation>
    </message>
    <message>
        <source>A drag selects what it touches; Shift adds, Ctrl takes away</source>
        <translation>拖动选择所碰到的点；Shift 添加，Ctrl 移除</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Make the map</source>
        <translation>生成图</translation>
    </message>
    <message>
        <source>Pause; the map stays as it is (Space)</source>
        <translation>暂停；图保持现状（空格）</translation>
    </message>
    <message>
        <source>The map is finished: change something, or add iterations</source>
        <translation>图已完成：可更改设置或增加迭代</translation>
    </message>
    <message>
        <source>Gather the points and lay them out (Space)</source>
        <translation>收集点并布置（空格）</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentBench</name>
    <message>
        <source>Finding the neighbours of a point</source>
        <translation>正在查找一个点的近邻</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>Encoding images for the map</source>
        <translation>正在为图编码图像</translation>
    </message>
    <message>
        <source>Laying out the map</source>
        <translation>正在布置图</translation>
    </message>
    <message>
        <source>Finding the neighbours of every point</source>
        <translation>正在查找每个点的近邻</translation>
    </message>
    <message>
        <source>Laying map B on map A</source>
        <translation>正在将图 B 对齐到图 A</translation>
    </message>
    <message>
        <source>Measuring the density of the map</source>
        <translation>正在测量图的密度</translation>
    </message>
    <message>
        <source>Comparing neighbours in the map</source>
        <translation>正在比较图中的近邻</translation>
    </message>
    <message>
        <source>Drawing the density</source>
        <translation>正在绘制密度</translation>
    </message>
    <message>
        <source>Decoding the images of the map</source>
        <translation>正在解码图中的图像</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentExporter</name>
    <message>
        <source>Export Points</source>
        <translation>导出点</translation>
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
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentPanel</name>
    <message>
        <source>The map&apos;s settings and numbers</source>
        <translation>图的设置与数值</translation>
    </message>
    <message>
        <source>Points, layout, uniformity, colours and selection</source>
        <translation>点、布置、均匀性、颜色与选择</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentRoom</name>
    <message>
        <source>The Demo&apos;s Images</source>
        <translation>演示图像</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>没有打开的模型</translation>
    </message>
    <message>
        <source>This view lays out latent vectors of many images as a map, and measures how evenly they are spread.
Open or drop a model folder: one with config.json and model.safetensors.</source>
        <translation>此视图将许多图像的潜在向量布置成图，并测量其分布的均匀程度。
请打开或拖入一个模型文件夹：其中有 config.json 和 model.safetensors。</translation>
    </message>
    <message>
        <source>Open a model folder…</source>
        <translation>打开模型文件夹…</translation>
    </message>
    <message>
        <source>No map yet</source>
        <translation>还没有图</translation>
    </message>
    <message>
        <source>This view lays out latent vectors as a map that grows while you watch: each point leads back to its pixels, and the numbers beside it say how evenly the points are spread.
Choose the points in the panel at the right, or drop a folder of images or an IDX file on this view.</source>
        <translation>此视图将潜在向量布置成图，图在您观看时生长：每个点都通向它的像素，旁边的数值说明点分布得有多均匀。
请在右侧面板中选择点，或将图像文件夹或 IDX 文件拖到此视图上。</translation>
    </message>
    <message>
        <source>Map the library&apos;s images</source>
        <translation>用图库的图像生成图</translation>
    </message>
    <message>
        <source>Map the demo&apos;s images</source>
        <translation>用演示图像生成图</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>What was gathered so far is kept; it goes on from there.</source>
        <translation>到目前为止收集的内容都会保留，可从那里继续。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 / %2 张图像</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentStage</name>
    <message>
        <source>Map of A</source>
        <translation>A 的图</translation>
    </message>
    <message>
        <source>Map of B</source>
        <translation>B 的图</translation>
    </message>
    <message>
        <source>Cloud of A</source>
        <translation>A 的点云</translation>
    </message>
    <message>
        <source>Cloud of B</source>
        <translation>B 的点云</translation>
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
        <translation>该模型已不再打开。</translation>
    </message>
    <message>
        <source>Encoding images for seed %1</source>
        <translation>正在为种子 %1 编码图像</translation>
    </message>
    <message>
        <source>Laying out the map of seed %1</source>
        <translation>正在布置种子 %1 的图</translation>
    </message>
    <message>
        <source>Measuring the map of seed %1</source>
        <translation>正在测量种子 %1 的图</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LatentSubsets</name>
    <message>
        <source>Subset %1</source>
        <translation>子集 %1</translation>
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
        <translation>%1 个数值</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 比特</translation>
    </message>
    <message>
        <source>%1, PSNR %2, %3, %4 so far</source>
        <translation>%1，PSNR %2，%3，累计 %4</translation>
    </message>
    <message>
        <source>, the other side %1</source>
        <translation>，另一侧 %1</translation>
    </message>
    <message>
        <source>%1: %2, %3 × %4 pixels
PSNR %5 and %6 against the full image; PSNR %7 against the image at this size
%8 so far. Left: what this level reconstructs. Right: what it added.</source>
        <translation>%1：%2，%3 × %4 像素
与完整图像比较：PSNR %5，%6；与该尺寸的图像比较：PSNR %7
累计 %8。左：该层级的重建。右：该层级增加的内容。</translation>
    </message>
    <message>
        <source>SSIM 0.00</source>
        <translation>SSIM 0.00</translation>
    </message>
    <message>
        <source>coarsest</source>
        <translation>最粗层级</translation>
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
        <translation>无此层级</translation>
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
        <translation>256 个 token</translation>
    </message>
    <message>
        <source>Scale 16 × 16</source>
        <translation>尺度 16 × 16</translation>
    </message>
    <message>
        <source>First %1</source>
        <translation>前 %1 个</translation>
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
        <translation>未找到</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>无法使用</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LibraryPanel</name>
    <message>
        <source>MODELS</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Open a model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>IMAGES</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Open images</source>
        <translation>打开图像</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Sort the images</source>
        <translation>图像排序</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>按打开顺序</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Worst PSNR first</source>
        <translation>PSNR 最差在前</translation>
    </message>
    <message>
        <source>Show as A</source>
        <translation>作为 A 显示</translation>
    </message>
    <message>
        <source>Show as B</source>
        <translation>作为 B 显示</translation>
    </message>
    <message>
        <source>Copy the path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>A click shows it as A; the menu (right click) makes it B</source>
        <translation>单击作为 A 显示；右键菜单可设为 B</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LibraryWatch</name>
    <message>
        <source>Looking at files</source>
        <translation>正在查看文件</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LogModel</name>
    <message>
        <source>debug</source>
        <translation>调试</translation>
    </message>
    <message>
        <source>info</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::LogPanel</name>
    <message>
        <source>Lines of the log</source>
        <translation>日志行</translation>
    </message>
    <message>
        <source>Newest last; Copy takes the selected lines</source>
        <translation>最新的在最后；“复制”复制选中的行</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter of the log</source>
        <translation>日志筛选</translation>
    </message>
    <message>
        <source>Show only lines whose area or text holds this</source>
        <translation>只显示区域或文本中包含此内容的行</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all of them where none is selected</source>
        <translation>复制选中的行；未选中时复制全部</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Forget all lines</source>
        <translation>清除所有行</translation>
    </message>
    <message>
        <source>Least level</source>
        <translation>最低级别</translation>
    </message>
    <message>
        <source>Show lines of this level and of graver ones</source>
        <translation>显示此级别及更严重的行</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>Info and graver</source>
        <translation>信息及以上</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
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
        <translation>金字塔</translation>
    </message>
    <message>
        <source>What each level reconstructs (Ctrl+1)</source>
        <translation>每个层级的重建（Ctrl+1）</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where the model computes</source>
        <translation>模型运行计算的设备</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Showing the view of %1 again</source>
        <translation>重新显示 %1 的视图</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Only files on this computer can be opened.</source>
        <translation>只能打开本机上的文件。</translation>
    </message>
    <message>
        <source>Open a Model Folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>Watch a Folder</source>
        <translation>监视文件夹</translation>
    </message>
    <message>
        <source>Stop watching %1</source>
        <translation>停止监视 %1</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>撤销 %1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation>重做 %1(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>The provenance is on the clipboard.</source>
        <translation>来源信息已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The ladder&apos;s numbers are on the clipboard.</source>
        <translation>阶梯图的数值已复制到剪贴板。</translation>
    </message>
    <message>
        <source>About Hierascope</source>
        <translation>关于 Hierascope</translation>
    </message>
    <message>
        <source>Hierascope %1</source>
        <translation>Hierascope %1</translation>
    </message>
    <message>
        <source>An instrument for hierarchical image tokenizers.
GPL-3.0-or-later. No warranty.</source>
        <translation>用于分层图像 tokenizer 的仪器。
GPL-3.0-or-later。不提供任何担保。</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>How a generator writes an image, step by step (Ctrl+4)</source>
        <translation>生成器如何逐步写出一幅图像（Ctrl+4）</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>潜空间</translation>
    </message>
    <message>
        <source>Where the tokens lie in latent space, and how evenly (Ctrl+2)</source>
        <translation>token 在潜空间中的位置及其均匀程度 (Ctrl+2)</translation>
    </message>
    <message>
        <source>%1 was skipped: %2</source>
        <translation>已跳过 %1：%2</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Start, watch and compare trainings (Ctrl+6)</source>
        <translation>开始、观察和比较训练 (Ctrl+6)</translation>
    </message>
    <message>
        <source>The training of %1 is finished.</source>
        <translation>%1 的训练已完成。</translation>
    </message>
    <message>
        <source>Choose the Folder of Runs</source>
        <translation>选择运行文件夹</translation>
    </message>
    <message>
        <source>%1 is B.</source>
        <translation>%1 现在是 B。</translation>
    </message>
    <message>
        <source>%1 is A.</source>
        <translation>%1 现在是 A。</translation>
    </message>
    <message>
        <source>The training of %1 has failed.</source>
        <translation>%1 的训练失败了。</translation>
    </message>
    <message>
        <source>The training of %1 is lost: its process is gone.</source>
        <translation>%1 的训练丢失：其进程已不在。</translation>
    </message>
    <message>
        <source>Looking at files</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意力</translation>
    </message>
    <message>
        <source>Who reads whom, and what really depends on what (Ctrl+3)</source>
        <translation>谁读取谁，什么真正依赖什么（Ctrl+3）</translation>
    </message>
    <message>
        <source>This look has no numbers to copy.</source>
        <translation>此视图没有可复制的数值。</translation>
    </message>
    <message>
        <source>The numbers are on the clipboard.</source>
        <translation>数值已在剪贴板上。</translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>码本</translation>
    </message>
    <message>
        <source>What each code is used for, or each channel (Ctrl+5)</source>
        <translation>每个码字或通道的用途 (Ctrl+5)</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Choose another model as B to see which weights differ.</source>
        <translation>请选择另一个模型作为 B，以查看哪些权重不同。</translation>
    </message>
    <message>
        <source>Comparing weights</source>
        <translation>正在比较权重</translation>
    </message>
    <message>
        <source>Selected the tokens whose codes are others in B: %1.</source>
        <translation>已选中在 B 中编码不同的 token：%1。</translation>
    </message>
    <message>
        <source>Where is the %1?</source>
        <translation>%1在哪里？</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Show where it is now</source>
        <translation>指出它现在的位置</translation>
    </message>
    <message>
        <source>Open Without It</source>
        <translation>忽略并打开</translation>
    </message>
    <message>
        <source>Leave it out of the session</source>
        <translation>从会话中略去</translation>
    </message>
    <message>
        <source>Export the Map</source>
        <translation>导出图</translation>
    </message>
    <message>
        <source>Export the Attention</source>
        <translation>导出注意力</translation>
    </message>
    <message>
        <source>Export the Codes</source>
        <translation>导出码字</translation>
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
        <translation>颜色图例</translation>
    </message>
    <message>
        <source>These points have none</source>
        <translation>这些点没有此项</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MapView</name>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Points of latent space: arrow keys move, plus and minus zoom, F shows all</source>
        <translation>潜空间中的点：方向键移动，加减键缩放，F 显示全部</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MapsPage</name>
    <message>
        <source>HEADS</source>
        <translation>头</translation>
    </message>
    <message>
        <source>%1 · who reads %2</source>
        <translation>%1 · 谁读取 %2</translation>
    </message>
    <message>
        <source>%1 · whom %2 reads</source>
        <translation>%1 · %2 读取谁</translation>
    </message>
    <message>
        <source>A − B: red where A&apos;s weight is larger</source>
        <translation>A − B：A 的权重更大处为红色</translation>
    </message>
    <message>
        <source>A and B have other sequences of tokens here: their maps can be seen side by side, not subtracted.</source>
        <translation>此处 A 与 B 的词元序列不同：可并排查看，不能相减。</translation>
    </message>
    <message>
        <source>HEADS OF LAYER %1</source>
        <translation>第 %1 层的头</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头</translation>
    </message>
    <message>
        <source>Entropy, bits</source>
        <translation>熵（比特）</translation>
    </message>
    <message>
        <source>Distance, sides</source>
        <translation>距离（边长）</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MaskPage</name>
    <message>
        <source>Reading the layer…</source>
        <translation>正在读取该层…</translation>
    </message>
    <message>
        <source>%1 of all pairs may read</source>
        <translation>%1 的词元对可以读取</translation>
    </message>
    <message>
        <source>Declared mask · layer %1 · %2</source>
        <translation>声明的掩码 · 第 %1 层 · %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MatrixView</name>
    <message>
        <source>Declared mask</source>
        <translation>声明的掩码</translation>
    </message>
    <message>
        <source>Attention of the head</source>
        <translation>该头的注意力</translation>
    </message>
    <message>
        <source>Rows ask, columns are read; bright: it may. The wheel zooms to single cells, a drag moves.</source>
        <translation>行询问，列被读取；亮表示允许。滚轮可放大到单个格子，拖动可移动。</translation>
    </message>
    <message>
        <source>Rows ask, columns are read; colours by the square root of the weight. The wheel zooms to single cells, a drag moves.</source>
        <translation>行询问，列被读取；颜色按权重的平方根。滚轮可放大到单个格子，拖动可移动。</translation>
    </message>
    <message>
        <source>%1 reads %2: %3</source>
        <translation>%1 读取 %2：%3</translation>
    </message>
    <message>
        <source>%1 may read %2</source>
        <translation>%1 可以读取 %2</translation>
    </message>
    <message>
        <source>%1 may not read %2</source>
        <translation>%1 不得读取 %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MessagePanel</name>
    <message>
        <source>This file cannot be used</source>
        <translation>此文件无法使用</translation>
    </message>
    <message>
        <source>This file cannot be read</source>
        <translation>此文件无法读取</translation>
    </message>
    <message>
        <source>This device is not there</source>
        <translation>此设备不存在</translation>
    </message>
    <message>
        <source>This file cannot be written</source>
        <translation>此文件无法写入</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>操作未成功</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ModelShelf</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::MomentStrip</name>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
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
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Click: this checkpoint becomes A. Alt+click: it becomes B.</source>
        <translation>单击：此检查点成为 A。Alt+单击：成为 B。</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>The picture of the probe set as it is</source>
        <translation>探针图像的原样</translation>
    </message>
    <message>
        <source>The picture at this step; its checkpoint was not kept.</source>
        <translation>此步的图像；其检查点未保留。</translation>
    </message>
    <message>
        <source>The checkpoint of step %1 becomes B</source>
        <translation>第 %1 步的检查点成为 B</translation>
    </message>
    <message>
        <source>The checkpoint of step %1 becomes A</source>
        <translation>第 %1 步的检查点成为 A</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::NewRunPanel</name>
    <message>
        <source>All settings</source>
        <translation>所有设置</translation>
    </message>
    <message>
        <source>Press F2 or click twice to change a value, which is JSON</source>
        <translation>按 F2 或双击以修改值（JSON）</translation>
    </message>
    <message>
        <source>Search all settings</source>
        <translation>搜索所有设置</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Where the settings come from; each can be changed</source>
        <translation>设置的来源；每一项都可以修改</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The name of the run&apos;s folder</source>
        <translation>运行文件夹的名称</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>A folder of images, or a packed set; drop it on this view</source>
        <translation>图像文件夹或打包的数据集；可拖到此视图</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where it trains: the best there is, the processor, or a GPU</source>
        <translation>在哪里训练：最好的设备、处理器或 GPU</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>How many batches it learns from; a run can be extended later</source>
        <translation>学习多少个批次；之后可以延长</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Images in a step; memory grows with it</source>
        <translation>每步的图像数；内存随之增长</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The peak of the schedule, per step</source>
        <translation>调度的峰值，每步</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder of images to train on</source>
        <translation>选择用于训练的图像文件夹</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Train on the demo&apos;s images</source>
        <translation>用演示图像训练</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Measure a few steps: parameters, memory, time; trains nothing</source>
        <translation>测量几步：参数、内存、时间；不训练</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Make the run and start it, or let it wait in the queue</source>
        <translation>创建并开始运行，或让它排队</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Choose Images to Train on</source>
        <translation>选择训练图像</translation>
    </message>
    <message>
        <source>Choose or drop the images to train on.</source>
        <translation>请选择或拖入训练图像。</translation>
    </message>
    <message>
        <source>The data is not there: %1</source>
        <translation>数据不存在：%1</translation>
    </message>
    <message>
        <source>Choose a preset.</source>
        <translation>请选择预设。</translation>
    </message>
    <message>
        <source>The learning rate is no number.</source>
        <translation>学习率不是数字。</translation>
    </message>
    <message>
        <source>Give the run a name.</source>
        <translation>请为运行命名。</translation>
    </message>
    <message>
        <source>Choose a folder for runs.</source>
        <translation>请选择存放运行的文件夹。</translation>
    </message>
    <message>
        <source>There is a run of this name; give another.</source>
        <translation>已有同名的运行；请换一个名称。</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Shows the settings whose name, help or value has this text</source>
        <translation>显示名称、说明或值中含有此文字的设置</translation>
    </message>
    <message>
        <source>Choose a setting to read what it means.</source>
        <translation>选择一项设置以阅读其含义。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::NoticeBar</name>
    <message>
        <source>Hide this notice</source>
        <translation>隐藏此通知</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::NumbersPanel</name>
    <message>
        <source>How the numbers were made</source>
        <translation>这些数值是如何得出的</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Copy all numbers with how they were made</source>
        <translation>复制所有数值及其由来</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Show the published values for orientation: HieraTok, Table 5, 10,000 ImageNet test images</source>
        <translation>显示已发表的数值以供参考：HieraTok 表 5，10,000 张 ImageNet 测试图像</translation>
    </message>
    <message>
        <source>Density CV</source>
        <translation>密度 CV</translation>
    </message>
    <message>
        <source>Gini</source>
        <translation>基尼系数</translation>
    </message>
    <message>
        <source>Entropy</source>
        <translation>熵</translation>
    </message>
    <message>
        <source>This map</source>
        <translation>此图</translation>
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
        <translation>%1 个种子</translation>
    </message>
    <message>
        <source>Paper, %1</source>
        <translation>论文，%1</translation>
    </message>
    <message>
        <source>single</source>
        <translation>单尺度</translation>
    </message>
    <message>
        <source>multi</source>
        <translation>多尺度</translation>
    </message>
    <message>
        <source>CV</source>
        <translation>CV</translation>
    </message>
    <message>
        <source>Map A</source>
        <translation>图 A</translation>
    </message>
    <message>
        <source>Map B</source>
        <translation>图 B</translation>
    </message>
    <message>
        <source>%1, %2 seeds</source>
        <translation>%1，%2 个种子</translation>
    </message>
    <message>
        <source>A − B</source>
        <translation>A − B</translation>
    </message>
    <message>
        <source>A − B: %1 %2 [%3, %4], p = %5</source>
        <translation>A − B：%1 %2 [%3, %4]，p = %5</translation>
    </message>
    <message>
        <source>Density of the map at its own points (Gaussian kernels, Scott&apos;s rule); one map says little: repeat with seeds.</source>
        <translation>图在其自身各点处的密度（高斯核，Scott 规则）；单张图说明不了多少：请用多个种子重复。</translation>
    </message>
    <message>
        <source>The numbers come when the map is finished or paused.</source>
        <translation>图完成或暂停后给出数值。</translation>
    </message>
    <message>
        <source>%1: %2, %3 points of %4 images</source>
        <translation>%1：%2，%4 张图像的 %3 个点</translation>
    </message>
    <message>
        <source>seeds %1 · perplexity %2 · %3 iterations</source>
        <translation>种子 %1 · 困惑度 %2 · %3 次迭代</translation>
    </message>
    <message>
        <source>± is the standard deviation over seeds; [ ] the 95 % interval of the paired difference (Student&apos;s t).</source>
        <translation>± 为各种子间的标准差；[ ] 为配对差值的 95 % 区间（学生 t）。</translation>
    </message>
    <message>
        <source>The paper&apos;s values are of other data, and not to be compared digit by digit.</source>
        <translation>论文的数值来自其他数据，不可逐位比较。</translation>
    </message>
    <message>
        <source>UNIFORMITY · MAP %1 OF %2</source>
        <translation>均匀性 · 第 %1 张图，共 %2 张</translation>
    </message>
    <message>
        <source>UNIFORMITY</source>
        <translation>均匀性</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop; what was measured so far stays</source>
        <translation>停止；已测量的内容会保留</translation>
    </message>
    <message>
        <source>Repeat sampling and map with five seeds, for A and for B (Ctrl+U)</source>
        <translation>以五个种子重复抽样与布置，对 A 与 B (Ctrl+U)</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::PictureRows</name>
    <message>
        <source>%1, pictures: %2</source>
        <translation>%1，图片：%2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::PointsPanel</name>
    <message>
        <source>POINTS</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>Which vectors become points</source>
        <translation>哪些向量成为点</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>The levels whose tokens become points</source>
        <translation>其 token 成为点的层级</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>The images that the vectors come from; a folder or an IDX file can also be dropped on the map</source>
        <translation>向量所来自的图像；也可将文件夹或 IDX 文件拖到图上</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>MAP</source>
        <translation>图</translation>
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
        <translation>方法</translation>
    </message>
    <message>
        <source>t-SNE keeps neighbours together, PCA distances along axes</source>
        <translation>t-SNE 保持近邻相聚，PCA 保持沿轴的距离</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>About how many neighbours each point is kept together with</source>
        <translation>每个点大约与多少个近邻相聚</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>All of them, the 250 exaggerated ones included</source>
        <translation>全部迭代，包括 250 次夸大阶段的迭代</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Where the map begins: repeat with another to see what is stable</source>
        <translation>图的起点：换一个重复，可看出什么是稳定的</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>The library&apos;s images</source>
        <translation>图库的图像</translation>
    </message>
    <message>
        <source>The demo&apos;s images</source>
        <translation>演示图像</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>A Folder of Images</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>So many points at most, drawn at random, always the same ones</source>
        <translation>至多这么多点，随机抽取，且总是同一些</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::PosteriorPanel</name>
    <message>
        <source>Posterior</source>
        <translation>后验</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Decode the mean of the posterior</source>
        <translation>解码后验的均值</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Decode a sample of the posterior; the same seed gives the same sample</source>
        <translation>解码后验的一个采样；相同的随机种子得到相同的采样</translation>
    </message>
    <message>
        <source>POSTERIOR</source>
        <translation>后验</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Seed of the sample</source>
        <translation>采样的随机种子</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Draw another sample</source>
        <translation>再抽取一个采样</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ProbePanel</name>
    <message>
        <source>The picture before of the probe set</source>
        <translation>上一张探针图像</translation>
    </message>
    <message>
        <source>The next picture of the probe set</source>
        <translation>下一张探针图像</translation>
    </message>
    <message>
        <source>The probe set through training</source>
        <translation>训练过程中的探针图像</translation>
    </message>
    <message>
        <source>The same held-out pictures at each step that shows them (training.sample_every)</source>
        <translation>各步展示的是同一组留出图像（training.sample_every）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::PyramidBar</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>What the levels up to this one reconstruct (R)</source>
        <translation>到该层级为止的重建（R）</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>The image as it went into the model (O)</source>
        <translation>输入模型的图像（O）</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>What this level added to the one before, signed (D)</source>
        <translation>该层级相对前一层级增加的内容，有符号（D）</translation>
    </message>
    <message>
        <source>|Error|</source>
        <translation>|误差|</translation>
    </message>
    <message>
        <source>How far the reconstruction is from the original, per pixel (E)</source>
        <translation>重建与原图逐像素的差距（E）</translation>
    </message>
    <message>
        <source>± Error</source>
        <translation>± 误差</translation>
    </message>
    <message>
        <source>Reconstruction minus original, signed, per pixel (Shift+E)</source>
        <translation>重建减去原图，逐像素，有符号（Shift+E）</translation>
    </message>
    <message>
        <source>Commutation</source>
        <translation>交换性</translation>
    </message>
    <message>
        <source>Does the decoder commute with downsampling? D(D_s(Z)) beside D_s(D(Z)) and D_s(X) (M)</source>
        <translation>解码器与下采样是否可交换？D(D_s(Z)) 与 D_s(D(Z))、D_s(X) 并列（M）</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Show the picture alone; a click still selects a token</source>
        <translation>只显示图片；单击仍可选择 token</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Show where the tokens of this level lie (T)</source>
        <translation>显示该层级 token 的位置（T）</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Colour tokens by the first three principal components of all token vectors: like colours, like vectors (Shift+T)</source>
        <translation>按所有 token 向量的前三个主成分着色：颜色相近，向量相近（Shift+T）</translation>
    </message>
    <message>
        <source>Select tokens with a rectangle: drag over the picture (else Shift or Ctrl with a drag)</source>
        <translation>用矩形选择 token：在图片上拖动（或按住 Shift、Ctrl 拖动）</translation>
    </message>
    <message>
        <source>Select tokens with a rectangle</source>
        <translation>用矩形选择 token</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适应</translation>
    </message>
    <message>
        <source>Show the whole picture (F)</source>
        <translation>显示整张图片（F）</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>Show true pixels (1)</source>
        <translation>显示真实像素（1）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save this picture, or the whole ladder as one figure (Ctrl+E)</source>
        <translation>保存此图片，或将整个阶梯图保存为一张图（Ctrl+E）</translation>
    </message>
    <message>
        <source>Hierarchies</source>
        <translation>层级图</translation>
    </message>
    <message>
        <source>The image tokens inside of the encoder, merged again and again, as principal-component colours (H)</source>
        <translation>编码器内部逐次合并的图像 token，以主成分颜色显示 (H)</translation>
    </message>
    <message>
        <source>Edit tokens</source>
        <translation>编辑 token</translation>
    </message>
    <message>
        <source>Put something else in the place of tokens and see what it does (W)</source>
        <translation>用别的内容替换 token 并查看效果（W）</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>Which pixels the edits of tokens moved, signed (Shift+M)</source>
        <translation>token 编辑改变了哪些像素，带符号（Shift+M）</translation>
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
        <translation>A 减 B，各通道平均，占满量程的比例：红色表示 A 更亮，蓝色表示 B 更亮</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>What this level adds to the one before, mean over the channels, in shares of the full range: red is brighter, blue is darker</source>
        <translation>该层级相对前一层级增加的内容，各通道平均，占满量程的比例：红色更亮，蓝色更暗</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>This level, enlarged, minus the original, mean over the channels, in shares of the full range: red is brighter, blue is darker</source>
        <translation>该层级放大后减去原图，各通道平均，占满量程的比例：红色更亮，蓝色更暗</translation>
    </message>
    <message>
        <source>|Error|</source>
        <translation>|误差|</translation>
    </message>
    <message>
        <source>How far this level, enlarged, is from the original, mean over the channels, in shares of the full range</source>
        <translation>该层级放大后与原图的差距，各通道平均，占满量程的比例</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>Edited minus unedited, mean over the channels, in shares of the full range: red became brighter, blue darker</source>
        <translation>编辑后减编辑前，各通道平均，以全范围的比例表示：红色变亮，蓝色变暗</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::RecentFiles</name>
    <message>
        <source>&amp;Clear the List</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::RunPanel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Extend to step</source>
        <translation>延长到第几步</translation>
    </message>
    <message>
        <source>The step that “Extend” trains to</source>
        <translation>“延长”训练到的步数</translation>
    </message>
    <message>
        <source>No run is chosen</source>
        <translation>未选择运行</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 s a step</source>
        <translation>每步 %1 秒</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>What the run&apos;s process holds on its device</source>
        <translation>运行的进程在其设备上占用的内存</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>计算机</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 张/秒</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>End at once</source>
        <translation>立即结束</translation>
    </message>
    <message>
        <source>The run does not stop: end its process now. What came after its last checkpoint is lost.</source>
        <translation>运行没有停止：立即结束其进程。最后一个检查点之后的内容将丢失。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::RunWatch</name>
    <message>
        <source>Looking at runs</source>
        <translation>正在查看运行</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SampleShelf</name>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ScoreModel</name>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Finest level</source>
        <translation>最细层级</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SeedCell</name>
    <message>
        <source>Show this one large, with its steps</source>
        <translation>放大显示此图像及其步骤</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SeedGrid</name>
    <message>
        <source>Grid of seeds</source>
        <translation>种子网格</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>第 %1/%2 步</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SelectionPanel</name>
    <message>
        <source>1 point; rings mark its %1 nearest in latent space</source>
        <translation>1 个点；圆环标出其在潜空间中最近的 %1 个点</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反选</translation>
    </message>
    <message>
        <source>Select all points that are not selected</source>
        <translation>选择所有未选中的点</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Select no point (Ctrl+D)</source>
        <translation>不选择任何点 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Save subset</source>
        <translation>保存子集</translation>
    </message>
    <message>
        <source>Keep the selected points under a name (Ctrl+Shift+S)</source>
        <translation>以一个名称保留选中的点 (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save the selected points, or all where none is selected, with their vectors and places (Ctrl+Shift+E)</source>
        <translation>保存选中的点，若未选则保存全部，连同向量与位置 (Ctrl+Shift+E)</translation>
    </message>
    <message>
        <source>Delete subset</source>
        <translation>删除子集</translation>
    </message>
    <message>
        <source>Forget the subset that is marked</source>
        <translation>删除所标记的子集</translation>
    </message>
    <message>
        <source>SELECTION</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Subsets</source>
        <translation>子集</translation>
    </message>
    <message>
        <source>Press Return or click twice to select a subset&apos;s points, F2 to rename</source>
        <translation>按回车或双击以选择子集的点，F2 重命名</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个点</translation>
    </message>
    <message>
        <source>No point is selected.</source>
        <translation>未选择任何点。</translation>
    </message>
    <message>
        <source>%1 points in %2 images</source>
        <translation>%2 张图像中的 %1 个点</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SessionKeeper</name>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SessionRecovery</name>
    <message>
        <source>Hierascope was not closed properly. Its session of %1 can be shown again.</source>
        <translation>Hierascope 未正常关闭。可重新显示其 %1 的会话。</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Show the session as it was kept last</source>
        <translation>显示最后保存的会话</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Remove the kept session</source>
        <translation>删除已保存的会话副本</translation>
    </message>
    <message>
        <source>Keeping the session</source>
        <translation>正在保存会话副本</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SettingsPanel</name>
    <message>
        <source>Guidance</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>Classifier-free guidance scale; 1 and below: no guidance</source>
        <translation>无分类器引导的强度；1 及以下：无引导</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Below 1 likely codes become likelier, above 1 all more equal</source>
        <translation>小于 1 时可能的编码更可能，大于 1 时各编码更平均</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Only the likeliest codes that together reach this probability</source>
        <translation>仅取累计达到此概率的最可能编码</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>贪心</translation>
    </message>
    <message>
        <source>Settings of the generation</source>
        <translation>生成设置</translation>
    </message>
    <message>
        <source>Guidance, how codes are drawn, the selected token, and the cost</source>
        <translation>引导、编码采样方式、所选 token 与开销</translation>
    </message>
    <message>
        <source>Seconds of the generator, and of the tokenizer that makes the pictures</source>
        <translation>生成器以及生成图像的分词器所用的秒数</translation>
    </message>
    <message>
        <source>What the generator says of itself</source>
        <translation>生成器的自述信息</translation>
    </message>
    <message>
        <source>COST</source>
        <translation>开销</translation>
    </message>
    <message>
        <source>GENERATOR</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>official (%1)</source>
        <translation>官方值（%1）</translation>
    </message>
    <message>
        <source>GUIDANCE</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>How the guidance scale goes over the steps</source>
        <translation>引导强度随步骤的变化</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Share of the steps where guidance begins</source>
        <translation>引导开始处占总步数的比例</translation>
    </message>
    <message>
        <source>To</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>Share of the steps where guidance ends</source>
        <translation>引导结束处占总步数的比例</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>区间外</translation>
    </message>
    <message>
        <source>The scale outside of these steps</source>
        <translation>这些步骤之外的强度</translation>
    </message>
    <message>
        <source>Peak at</source>
        <translation>峰值位置</translation>
    </message>
    <message>
        <source>Share of the steps where the scale is reached</source>
        <translation>达到该强度处占总步数的比例</translation>
    </message>
    <message>
        <source>SAMPLING</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Only so many of the likeliest codes; 0: all</source>
        <translation>仅取这么多个最可能的编码；0 表示全部</translation>
    </message>
    <message>
        <source>The likeliest code instead of a draw; then the seed does nothing</source>
        <translation>取最可能的编码而不采样；此时种子不起作用</translation>
    </message>
    <message>
        <source>%1 of %2 steps: %3 for the codes, %4 for the pictures</source>
        <translation>%1/%2 步：编码用时 %3，图像用时 %4</translation>
    </message>
    <message>
        <source>Nothing is generated yet.</source>
        <translation>尚未生成任何内容。</translation>
    </message>
    <message>
        <source>A: %1
B: %2</source>
        <translation>A：%1
B：%2</translation>
    </message>
    <message>
        <source>%1 of %2 steps: %3 for the maps, %4 for the pictures</source>
        <translation>%1/%2 步：潜变量 %3，图像 %4</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ShortcutEditor</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Filter by menu, action or key</source>
        <translation>按菜单、操作或快捷键筛选</translation>
    </message>
    <message>
        <source>Filter of the actions</source>
        <translation>操作筛选</translation>
    </message>
    <message>
        <source>Show only actions whose menu, name or keys hold this</source>
        <translation>只显示菜单、名称或快捷键中包含此内容的操作</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其快捷键</translation>
    </message>
    <message>
        <source>Select an action to change its key</source>
        <translation>选择一个操作以更改其快捷键</translation>
    </message>
    <message>
        <source>Key of the selected action</source>
        <translation>所选操作的快捷键</translation>
    </message>
    <message>
        <source>Press the new key; it takes the place of all keys of the action</source>
        <translation>按下新的快捷键；它将取代该操作的所有快捷键</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Give the selected action its own keys back</source>
        <translation>恢复所选操作的默认快捷键</translation>
    </message>
    <message>
        <source>Take Over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Give the key to the selected action and take it from the other</source>
        <translation>将该快捷键分配给所选操作，并从另一个操作移除</translation>
    </message>
    <message>
        <source>Reset All</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Give every action its own keys back</source>
        <translation>恢复所有操作的默认快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close these shortcuts</source>
        <translation>关闭快捷键窗口</translation>
    </message>
    <message>
        <source>Key of &apos;%1&apos;</source>
        <translation>“%1”的快捷键</translation>
    </message>
    <message>
        <source>Select an action</source>
        <translation>选择一个操作</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is used by %2</source>
        <translation>“%1”已被“%2”使用</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ShortcutModel</name>
    <message>
        <source>%1
By default: %2</source>
        <translation>%1
默认：%2</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::StepModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, not written yet</source>
        <translation>，尚未写出</translation>
    </message>
    <message>
        <source>, a branch begins here</source>
        <translation>，有分支从这里开始</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::StepStrip</name>
    <message>
        <source>Pictures of the steps</source>
        <translation>各步骤的图像</translation>
    </message>
    <message>
        <source>Left and Right move the step cursor; nothing is computed again.</source>
        <translation>左、右方向键移动步骤光标；不会重新计算。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SummaryPage</name>
    <message>
        <source>Shares of attention from level to level</source>
        <translation>层级之间的注意力份额</translation>
    </message>
    <message>
        <source>A table for each layer</source>
        <translation>每层一个表格</translation>
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
        <translation>%2 的注意力有 %1 流向 %3</translation>
    </message>
    <message>
        <source>A − B</source>
        <translation>A − B</translation>
    </message>
    <message>
        <source>Rows ask, columns are read: the share of each block&apos;s attention that goes to each block. A click on a table chooses its layer.</source>
        <translation>行询问，列被读取：每个块的注意力流向各块的份额。单击表格选择其层。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A and B have other blocks or layers, so that no difference of all layers is shown.</source>
        <translation>A 与 B 的块或层不同，因此不能显示所有层的差异。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>询问者</translation>
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
        <translation>正在读取码本向量</translation>
    </message>
    <message>
        <source>There is no pyramid whose tokens could be edited.</source>
        <translation>没有可编辑 token 的金字塔。</translation>
    </message>
    <message>
        <source>The pyramid of this image is not there yet.</source>
        <translation>此图像的金字塔尚未就绪。</translation>
    </message>
    <message>
        <source>A recording has no model that could decode edited tokens.</source>
        <translation>录制文件没有可解码已编辑 token 的模型。</translation>
    </message>
    <message>
        <source>This pyramid has no token vectors.</source>
        <translation>此金字塔没有 token 向量。</translation>
    </message>
    <message>
        <source>B&apos;s model is not open yet.</source>
        <translation>B 的模型尚未打开。</translation>
    </message>
    <message>
        <source>B is of the family %1, A of %2: their tokens mean different things.</source>
        <translation>B 属于 %1 系列，A 属于 %2：它们的 token 含义不同。</translation>
    </message>
    <message>
        <source>B&apos;s vocabulary has %1 codes, A&apos;s %2.</source>
        <translation>B 的词表有 %1 个编码，A 的有 %2 个。</translation>
    </message>
    <message>
        <source>The source is this image itself; choose another one.</source>
        <translation>来源就是此图像本身；请选择另一个。</translation>
    </message>
    <message>
        <source>There is no B: choose one above the picture, or another image as the source.</source>
        <translation>没有 B：请在图像上方选择，或选择另一图像作为来源。</translation>
    </message>
    <message>
        <source>B&apos;s pyramid is not there yet.</source>
        <translation>B 的金字塔尚未就绪。</translation>
    </message>
    <message>
        <source>B has no level with the same grid.</source>
        <translation>B 没有相同网格的层级。</translation>
    </message>
    <message>
        <source>A token of B is %1 numbers, one of A %2.</source>
        <translation>B 的 token 有 %1 个数值，A 的有 %2 个。</translation>
    </message>
    <message>
        <source>No token of this image is edited.</source>
        <translation>此图像没有编辑过的 token。</translation>
    </message>
    <message>
        <source>There is no later edit.</source>
        <translation>没有更晚的编辑。</translation>
    </message>
    <message>
        <source>Copy tokens first.</source>
        <translation>请先复制 token。</translation>
    </message>
    <message>
        <source>This pyramid has no such places, or its tokens are of another kind.</source>
        <translation>此金字塔没有这些位置，或其 token 属于另一种类。</translation>
    </message>
    <message>
        <source>Select a token first: click one in the picture.</source>
        <translation>请先选择 token：在图中单击一个。</translation>
    </message>
    <message>
        <source>This model has no codebook: its tokens are numbers without codes.</source>
        <translation>此模型没有码本：其 token 是没有编码的数值。</translation>
    </message>
    <message>
        <source>This model has no code %1.</source>
        <translation>此模型没有编码 %1。</translation>
    </message>
    <message>
        <source>A selected token has no code any more, so none is near to it.</source>
        <translation>某所选 token 已没有编码，因此没有邻近编码。</translation>
    </message>
    <message>
        <source>This family has no mask token: its decoder was never shown a gap.</source>
        <translation>此系列没有掩码 token：其解码器从未见过空缺。</translation>
    </message>
    <message>
        <source>None of the selected tokens is edited.</source>
        <translation>所选 token 均未编辑。</translation>
    </message>
    <message>
        <source>Encoding %1</source>
        <translation>正在编码 %1</translation>
    </message>
    <message>
        <source>%1 tokens were copied and %2 are selected: select as many, or paste in place.</source>
        <translation>已复制 %1 个 token，选择了 %2 个：请选择同样多的，或原位粘贴。</translation>
    </message>
    <message>
        <source>The copied tokens are of another kind of model.</source>
        <translation>复制的 token 属于另一种模型。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SurgeryHistory</name>
    <message>
        <source>History of edits</source>
        <translation>编辑历史</translation>
    </message>
    <message>
        <source>Every edit with the picture that it made: choose one to go there</source>
        <translation>每次编辑及其得到的图像：选择一项即可回到该处</translation>
    </message>
    <message>
        <source>Unedited</source>
        <translation>未编辑</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1：%2 {1.?}</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::SurgeryPanel</name>
    <message>
        <source>Editing tokens</source>
        <translation>编辑 token</translation>
    </message>
    <message>
        <source>What to put in the place of the selected tokens, and the history</source>
        <translation>用什么替换所选 token，以及历史</translation>
    </message>
    <message>
        <source>EDIT TOKENS</source>
        <translation>编辑 TOKEN</translation>
    </message>
    <message>
        <source>REPLACE BY</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Near code</source>
        <translation>邻近编码</translation>
    </message>
    <message>
        <source>The code whose vector is nearest to each token&apos;s own (N); the arrow offers others</source>
        <translation>向量与各 token 自身最接近的编码（N）；箭头提供其他编码</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>码</translation>
    </message>
    <message>
        <source>Any code of the codebook</source>
        <translation>码本中的任意编码</translation>
    </message>
    <message>
        <source>Strength of the noise</source>
        <translation>噪声强度</translation>
    </message>
    <message>
        <source>Standard deviations of each channel of the level</source>
        <translation>该层级各通道的标准差倍数</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Numbers that are all zero (Z)</source>
        <translation>全为零的数值（Z）</translation>
    </message>
    <message>
        <source>The code of this number (J)</source>
        <translation>该编号的编码（J）</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Add normal noise to the numbers (Shift+N)</source>
        <translation>给数值加上正态噪声（Shift+N）</translation>
    </message>
    <message>
        <source>The token that the model learnt for a gap (Shift+Z)</source>
        <translation>模型为空缺学到的 token（Shift+Z）</translation>
    </message>
    <message>
        <source>FROM ANOTHER IMAGE</source>
        <translation>来自另一图像</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Whose tokens are taken: B&apos;s, or those of an image that A&apos;s model encodes</source>
        <translation>取谁的 token：B 的，或由 A 的模型编码的某图像的</translation>
    </message>
    <message>
        <source>Share of the source</source>
        <translation>来源所占比例</translation>
    </message>
    <message>
        <source>How much of the source&apos;s token: 0 % is the token as it is, 100 % the source&apos;s</source>
        <translation>来源 token 的比例：0 % 为原 token，100 % 为来源的 token</translation>
    </message>
    <message>
        <source>The source&apos;s tokens at the places of the selected ones (G)</source>
        <translation>来源中与所选位置相同的 token（G）</translation>
    </message>
    <message>
        <source>Whole level</source>
        <translation>整个层级</translation>
    </message>
    <message>
        <source>What if this level came from the other image? All of the source&apos;s tokens of the level that is shown (Shift+G)</source>
        <translation>如果这一层级来自另一图像会怎样？来源在所示层级的全部 token（Shift+G）</translation>
    </message>
    <message>
        <source>Interpolate</source>
        <translation>插值</translation>
    </message>
    <message>
        <source>Between each token and the source&apos;s at its place (K)</source>
        <translation>在各 token 与来源同位置 token 之间（K）</translation>
    </message>
    <message>
        <source>TOKENS COPIED</source>
        <translation>已复制的 TOKEN</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Keep the selected tokens; they can be put into any image (C)</source>
        <translation>保留所选 token；可放入任何图像（C）</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Put the copied tokens on the selected ones, in their order; one token goes on all (V)</source>
        <translation>按顺序将复制的 token 放到所选 token 上；单个 token 放到全部（V）</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>原位</translation>
    </message>
    <message>
        <source>Put the copied tokens where they were copied (Shift+V)</source>
        <translation>将复制的 token 放到复制时的位置（Shift+V）</translation>
    </message>
    <message>
        <source>HISTORY</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Put back what stood in the place of the selected tokens (Backspace)</source>
        <translation>恢复所选 token 原来的内容（Backspace）</translation>
    </message>
    <message>
        <source>Unedited</source>
        <translation>未编辑</translation>
    </message>
    <message>
        <source>Show the image without edits; they stay in the history (Shift+Backspace)</source>
        <translation>显示未编辑的图像；编辑保留在历史中（Shift+Backspace）</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Make B the same image without edits, beside this one (U)</source>
        <translation>将 B 设为未编辑的同一图像并排显示（U）</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>Show one edit less (Alt+Left)</source>
        <translation>少显示一次编辑（Alt+Left）</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>Show one edit more (Alt+Right)</source>
        <translation>多显示一次编辑（Alt+Right）</translation>
    </message>
    <message>
        <source>The codebook is being read…</source>
        <translation>正在读取码本…</translation>
    </message>
    <message>
        <source>Code %1, distance %2</source>
        <translation>编码 %1，距离 %2</translation>
    </message>
    <message>
        <source>The %1. nearest of each</source>
        <translation>各自第 %1 近的编码</translation>
    </message>
    <message>
        <source>Select tokens in the picture: click, Shift+click, or drag a rectangle.</source>
        <translation>在图中选择 token：单击、Shift+单击或拖出矩形。</translation>
    </message>
    <message>
        <source>1 token is selected.</source>
        <translation>已选择 1 个 token。</translation>
    </message>
    <message>
        <source>%1 tokens are selected.</source>
        <translation>已选择 %1 个 token。</translation>
    </message>
    <message>
        <source>1 token is edited; the finest picture %1.</source>
        <translation>已编辑 1 个 token；最细图像：%1。</translation>
    </message>
    <message>
        <source>%1 tokens are edited; the finest picture %2.</source>
        <translation>已编辑 %1 个 token；最细图像：%2。</translation>
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
        <translation>掩码</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>取用</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TaskBar</name>
    <message>
        <source>Progress of the task</source>
        <translation>任务进度</translation>
    </message>
    <message>
        <source>Stop this task</source>
        <translation>停止此任务</translation>
    </message>
    <message>
        <source>Running tasks</source>
        <translation>正在运行的任务</translation>
    </message>
    <message>
        <source>  (and %1 more)</source>
        <translation>  （另有 %1 个）</translation>
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
        <translation>正在停止</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TaskPanel</name>
    <message>
        <source>Nothing is running.</source>
        <translation>没有正在运行的任务。</translation>
    </message>
    <message>
        <source>Running tasks</source>
        <translation>正在运行的任务</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TaskRow</name>
    <message>
        <source>How long the task has run</source>
        <translation>任务已运行的时间</translation>
    </message>
    <message>
        <source>How far the task has come</source>
        <translation>任务的进度</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1 的进度</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ThumbnailReader</name>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
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
        <translation>选中的 token</translation>
    </message>
    <message>
        <source>posterior sample</source>
        <translation>后验采样</translation>
    </message>
    <message>
        <source>posterior mean</source>
        <translation>后验均值</translation>
    </message>
    <message>
        <source>Mean of the vectors: %1 numbers as the decoder receives them, %2</source>
        <translation>向量的均值：解码器收到的 %1 个数值，%2</translation>
    </message>
    <message>
        <source>%1 numbers as the decoder receives them, %2</source>
        <translation>解码器收到的 %1 个数值，%2</translation>
    </message>
    <message>
        <source>codebook vector</source>
        <translation>码本向量</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TokenRows</name>
    <message>
        <source>Tokens by level</source>
        <translation>各层级的 token</translation>
    </message>
    <message>
        <source>Token %1: not written yet</source>
        <translation>token %1：尚未写出</translation>
    </message>
    <message>
        <source>Token %1: code %2, entropy %3</source>
        <translation>token %1：编码 %2，熵 %3</translation>
    </message>
    <message>
        <source>, put there by hand</source>
        <translation>，手动放入</translation>
    </message>
    <message>
        <source>The arrow keys walk over the tokens, Space selects one.</source>
        <translation>方向键在 token 间移动，空格键选择一个。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Tour</name>
    <message>
        <source>The folder &apos;%1&apos; cannot be made.</source>
        <translation>无法创建文件夹“%1”。</translation>
    </message>
    <message>
        <source>The state &apos;%1&apos; was not reached within %2 seconds.</source>
        <translation>在 %2 秒内未达到状态“%1”。</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>The picture &apos;%1&apos; was not saved: %2</source>
        <translation>图片“%1”未保存：%2</translation>
    </message>
    <message>
        <source>Pauses of the event loop</source>
        <translation>事件循环的停顿</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>First pyramid %1 s after the start</source>
        <translation>启动后 %1 秒显示第一个金字塔</translation>
    </message>
    <message>
        <source>Frames while a map grows</source>
        <translation>图生长时的帧</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TrainBench</name>
    <message>
        <source>No run is chosen.</source>
        <translation>未选择运行。</translation>
    </message>
    <message>
        <source>The run&apos;s folder cannot be read.</source>
        <translation>无法读取运行的文件夹。</translation>
    </message>
    <message>
        <source>The run waits in the queue.</source>
        <translation>该运行正在排队。</translation>
    </message>
    <message>
        <source>The run is finished; extend it to train on.</source>
        <translation>该运行已完成；延长后可继续训练。</translation>
    </message>
    <message>
        <source>The run is training.</source>
        <translation>该运行正在训练。</translation>
    </message>
    <message>
        <source>The run is paused.</source>
        <translation>该运行已暂停。</translation>
    </message>
    <message>
        <source>Only a run that trains can be paused.</source>
        <translation>只有正在训练的运行才能暂停。</translation>
    </message>
    <message>
        <source>The run does not train.</source>
        <translation>该运行没有在训练。</translation>
    </message>
    <message>
        <source>Only a run that trains can do this.</source>
        <translation>只有正在训练的运行才能这样做。</translation>
    </message>
    <message>
        <source>This window has no program that trains.</source>
        <translation>此窗口没有可用于训练的程序。</translation>
    </message>
    <message>
        <source>The trainer of %1 ended at once; its log says why.</source>
        <translation>%1 的训练程序立即结束；原因见其日志。</translation>
    </message>
    <message>
        <source>The run was asked to stop.</source>
        <translation>已要求该运行停止。</translation>
    </message>
    <message>
        <source>%1 did not react to the stop; its process was told by a signal.</source>
        <translation>%1 对停止没有反应；已用信号通知其进程。</translation>
    </message>
    <message>
        <source>%1 left the queue: its folder is gone.</source>
        <translation>%1 已离开队列：其文件夹已不在。</translation>
    </message>
    <message>
        <source>%1 left the queue: it is finished.</source>
        <translation>%1 已离开队列：它已完成。</translation>
    </message>
    <message>
        <source>Another program wrote these curves; there is nothing to train.</source>
        <translation>这些曲线由其他程序写入，没有可训练的内容。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TrainPanel</name>
    <message>
        <source>Panel</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>The chosen run, and what can be done with it</source>
        <translation>所选的运行及可对它做的事</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Settings of a run that does not exist yet</source>
        <translation>尚不存在的运行的设置</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::TrainRoom</name>
    <message>
        <source>New run…</source>
        <translation>新建运行…</translation>
    </message>
    <message>
        <source>Choose settings and data for a training (Ctrl+Shift+N)</source>
        <translation>为训练选择设置和数据 (Ctrl+Shift+N)</translation>
    </message>
    <message>
        <source>Runs folder…</source>
        <translation>运行文件夹…</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Start runs one after the other: a new one waits while another one trains</source>
        <translation>逐个开始运行：另一个训练时新的会等待</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>The run that is marked is the one the buttons act on; selected ones have curves</source>
        <translation>按钮作用于标记的运行；选中的运行显示曲线</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation>运行日志</translation>
    </message>
    <message>
        <source>The end of the run&apos;s log.txt</source>
        <translation>运行的 log.txt 的末尾</translation>
    </message>
    <message>
        <source>Choose the folder whose runs are listed</source>
        <translation>选择要列出运行的文件夹</translation>
    </message>
    <message>
        <source>Runs are listed from, and made in, %1</source>
        <translation>运行列自并创建于 %1</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有运行</translation>
    </message>
    <message>
        <source>This view starts trainings, watches them and compares them. Each is a process of its own that goes on when the window is closed.
Start a new one, or drop a run folder on this view.</source>
        <translation>此视图用于开始、观察和比较训练。每个训练都是独立的进程，关闭窗口后仍会继续。
新建一个，或将运行文件夹拖到此视图。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::UsageCurve</name>
    <message>
        <source>Usage curve</source>
        <translation>使用曲线</translation>
    </message>
    <message>
        <source>How often each code occurs, the most used first; counts are logarithmic</source>
        <translation>每个码字的出现次数，最常用的在前；对数刻度</translation>
    </message>
    <message>
        <source>%1: %2 of %3 codes are used</source>
        <translation>%1：使用了 %3 个码字中的 %2 个</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::VectorBars</name>
    <message>
        <source>Vector</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>no values</source>
        <translation>没有数值</translation>
    </message>
    <message>
        <source>%1 values, minimum %2, maximum %3</source>
        <translation>%1 个数值，最小 %2，最大 %3</translation>
    </message>
    <message>
        <source>channel %1: %2</source>
        <translation>通道 %1：%2</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>channels %1–%2: not a number</source>
        <translation>通道 %1–%2：不是数字</translation>
    </message>
    <message>
        <source>channels %1–%2: %3 to %4</source>
        <translation>通道 %1–%2：%3 到 %4</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ViewExporter</name>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ViewRail</name>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::ViewState</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Clear B</source>
        <translation>清除 B</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>交换 A 和 B</translation>
    </message>
    <message>
        <source>Remove Model</source>
        <translation>移除模型</translation>
    </message>
    <message>
        <source>Remove Image</source>
        <translation>移除图像</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Token Overlay</source>
        <translation>token 叠加</translation>
    </message>
    <message>
        <source>Posterior</source>
        <translation>后验</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::WeightsDialog</name>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Weights: %1 to %2</source>
        <translation>权重：%1 到 %2</translation>
    </message>
    <message>
        <source>Reading both checkpoints…</source>
        <translation>正在读取两个检查点…</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <source>Filter of the tensors</source>
        <translation>张量筛选</translation>
    </message>
    <message>
        <source>Show only tensors whose names hold this</source>
        <translation>只显示名称包含此内容的张量</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Relative change</source>
        <translation>相对变化</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Its name in the model</source>
        <translation>它在模型中的名称</translation>
    </message>
    <message>
        <source>Its sizes</source>
        <translation>它的各维大小</translation>
    </message>
    <message>
        <source>Norm of B − A over the norm of A</source>
        <translation>B − A 的范数除以 A 的范数</translation>
    </message>
    <message>
        <source>Norm of B − A</source>
        <translation>B − A 的范数</translation>
    </message>
    <message>
        <source>Of the angle between A and B</source>
        <translation>A 与 B 之间夹角的余弦</translation>
    </message>
    <message>
        <source>The largest difference of one weight</source>
        <translation>单个权重的最大差</translation>
    </message>
    <message>
        <source>Tensors, the one that moved most first</source>
        <translation>张量，变化最大的在前</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>From A to B the weights moved by %1 of their norm: %2 of %3 tensors are equal bit for bit, %4 weights were compared.</source>
        <translation>从 A 到 B，权重变化了其范数的 %1：%3 个张量中有 %2 个逐位相同，共比较 %4 个权重。</translation>
    </message>
    <message>
        <source>Only in A: %1.</source>
        <translation>仅在 A 中：%1。</translation>
    </message>
    <message>
        <source>Only in B: %1.</source>
        <translation>仅在 B 中：%1。</translation>
    </message>
    <message>
        <source>Of other shapes: %1.</source>
        <translation>形状不同：%1。</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::WindowActions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;Images…</source>
        <translation>打开图像(&amp;I)…</translation>
    </message>
    <message>
        <source>Add photographs to the library</source>
        <translation>将照片添加到资料库</translation>
    </message>
    <message>
        <source>Open &amp;Model Folder…</source>
        <translation>打开模型文件夹(&amp;M)…</translation>
    </message>
    <message>
        <source>Open a folder with config.json and model.safetensors</source>
        <translation>打开包含 config.json 和 model.safetensors 的文件夹</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Watch a Folder…</source>
        <translation>监视文件夹(&amp;W)…</translation>
    </message>
    <message>
        <source>Open what is in a folder now, and what comes into it later</source>
        <translation>打开文件夹中现有的内容，以及之后出现的内容</translation>
    </message>
    <message>
        <source>Watched &amp;Folders</source>
        <translation>已监视的文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the picture, or the whole ladder as one figure</source>
        <translation>保存图片，或将整个阶梯图保存为一张图</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last change of the view</source>
        <translation>撤销视图的上一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>重新执行该更改</translation>
    </message>
    <message>
        <source>&amp;Copy Picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the large picture to the clipboard, at its own pixels</source>
        <translation>将大幅图片按原始像素复制到剪贴板</translation>
    </message>
    <message>
        <source>Copy the &amp;Ladder&apos;s Numbers</source>
        <translation>复制阶梯图的数值(&amp;L)</translation>
    </message>
    <message>
        <source>Copy the figures of all levels as a Markdown table</source>
        <translation>将所有层级的指标复制为 Markdown 表格</translation>
    </message>
    <message>
        <source>Copy &amp;Provenance</source>
        <translation>复制来源信息(&amp;P)</translation>
    </message>
    <message>
        <source>Copy how this picture was made, as JSON</source>
        <translation>以 JSON 复制此图片的制作方式</translation>
    </message>
    <message>
        <source>&amp;Deselect Tokens</source>
        <translation>取消选择 token(&amp;D)</translation>
    </message>
    <message>
        <source>Select no token</source>
        <translation>不选择任何 token</translation>
    </message>
    <message>
        <source>Remove &amp;Image from the List</source>
        <translation>从列表中移除图像(&amp;I)</translation>
    </message>
    <message>
        <source>The file stays where it is</source>
        <translation>文件保留在原处</translation>
    </message>
    <message>
        <source>Remove &amp;Model from the List</source>
        <translation>从列表中移除模型(&amp;M)</translation>
    </message>
    <message>
        <source>The folder stays where it is</source>
        <translation>文件夹保留在原处</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>键盘快捷键(&amp;K)…</translation>
    </message>
    <message>
        <source>See and change the key of every action</source>
        <translation>查看和更改每个操作的快捷键</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Pyramid</source>
        <translation>金字塔(&amp;P)</translation>
    </message>
    <message>
        <source>What each level reconstructs</source>
        <translation>每个层级的重建</translation>
    </message>
    <message>
        <source>Token &amp;Grid</source>
        <translation>token 网格(&amp;G)</translation>
    </message>
    <message>
        <source>Show where the tokens of this level lie</source>
        <translation>显示该层级 token 的位置</translation>
    </message>
    <message>
        <source>Token &amp;Colours</source>
        <translation>token 着色(&amp;C)</translation>
    </message>
    <message>
        <source>Colour tokens by their vectors&apos; principal components</source>
        <translation>按向量的主成分为 token 着色</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Enlarge the picture</source>
        <translation>放大图片</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Make the picture smaller</source>
        <translation>缩小图片</translation>
    </message>
    <message>
        <source>Fi&amp;t</source>
        <translation>适应窗口(&amp;T)</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>显示整张图片</translation>
    </message>
    <message>
        <source>True Pi&amp;xels</source>
        <translation>真实像素(&amp;X)</translation>
    </message>
    <message>
        <source>One picture pixel on one display pixel</source>
        <translation>一个图片像素对应一个屏幕像素</translation>
    </message>
    <message>
        <source>&amp;Coarser Level</source>
        <translation>更粗的层级(&amp;C)</translation>
    </message>
    <message>
        <source>Move every view one level down</source>
        <translation>所有视图降低一个层级</translation>
    </message>
    <message>
        <source>&amp;Finer Level</source>
        <translation>更细的层级(&amp;F)</translation>
    </message>
    <message>
        <source>Move every view one level up</source>
        <translation>所有视图升高一个层级</translation>
    </message>
    <message>
        <source>Pl&amp;ay the Levels</source>
        <translation>播放各层级(&amp;A)</translation>
    </message>
    <message>
        <source>Go through the levels, coarse to fine, again and again</source>
        <translation>由粗到细反复播放各层级</translation>
    </message>
    <message>
        <source>&amp;Previous Image</source>
        <translation>上一幅图像(&amp;P)</translation>
    </message>
    <message>
        <source>Show the image before in the library</source>
        <translation>显示资料库中的上一幅图像</translation>
    </message>
    <message>
        <source>&amp;Next Image</source>
        <translation>下一幅图像(&amp;N)</translation>
    </message>
    <message>
        <source>Show the next image of the library</source>
        <translation>显示资料库中的下一幅图像</translation>
    </message>
    <message>
        <source>Move along the checkpoints of the run that the model belongs to</source>
        <translation>沿模型所属训练的检查点移动</translation>
    </message>
    <message>
        <source>&amp;Earlier Checkpoint of A</source>
        <translation>A 的较早检查点(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Later Checkpoint of A</source>
        <translation>A 的较晚检查点(&amp;L)</translation>
    </message>
    <message>
        <source>Earlier Checkpoint of B</source>
        <translation>B 的较早检查点</translation>
    </message>
    <message>
        <source>Later Checkpoint of B</source>
        <translation>B 的较晚检查点</translation>
    </message>
    <message>
        <source>&amp;Reconstruction</source>
        <translation>重建(&amp;R)</translation>
    </message>
    <message>
        <source>What the levels up to this one reconstruct</source>
        <translation>到该层级为止的重建</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>原图(&amp;O)</translation>
    </message>
    <message>
        <source>The image as it went into the model</source>
        <translation>输入模型的图像</translation>
    </message>
    <message>
        <source>Resi&amp;dual</source>
        <translation>残差(&amp;D)</translation>
    </message>
    <message>
        <source>What this level added to the one before, signed</source>
        <translation>该层级相对前一层级增加的内容，有符号</translation>
    </message>
    <message>
        <source>&amp;Absolute Error</source>
        <translation>绝对误差(&amp;A)</translation>
    </message>
    <message>
        <source>How far each pixel is from the original</source>
        <translation>每个像素与原图相差多少</translation>
    </message>
    <message>
        <source>&amp;Signed Error</source>
        <translation>有符号误差(&amp;S)</translation>
    </message>
    <message>
        <source>Reconstruction minus original, per pixel</source>
        <translation>重建减去原图，逐像素</translation>
    </message>
    <message>
        <source>Co&amp;mmutation Check</source>
        <translation>交换性检查(&amp;M)</translation>
    </message>
    <message>
        <source>Does the decoder commute with downsampling? (HieraTok, appendix B)</source>
        <translation>解码器与下采样是否可交换？（HieraTok，附录 B）</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>比较对象(&amp;W)</translation>
    </message>
    <message>
        <source>Only &amp;A</source>
        <translation>只显示 A(&amp;A)</translation>
    </message>
    <message>
        <source>Show A alone; hold B to see B in its place</source>
        <translation>只显示 A；按住 B 键可在其位置看到 B</translation>
    </message>
    <message>
        <source>&amp;Side by Side</source>
        <translation>并排(&amp;S)</translation>
    </message>
    <message>
        <source>A and B beside each other</source>
        <translation>A 与 B 并排</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>划分对比(&amp;W)</translation>
    </message>
    <message>
        <source>A and B over each other, with a line to drag</source>
        <translation>A 与 B 重叠，中间的线可拖动</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>差异(&amp;D)</translation>
    </message>
    <message>
        <source>A minus B, signed</source>
        <translation>A 减 B，有符号</translation>
    </message>
    <message>
        <source>S&amp;wap A and B</source>
        <translation>交换 A 和 B(&amp;W)</translation>
    </message>
    <message>
        <source>A becomes B and B becomes A</source>
        <translation>A 变为 B，B 变为 A</translation>
    </message>
    <message>
        <source>&amp;Compare No Longer</source>
        <translation>不再比较(&amp;C)</translation>
    </message>
    <message>
        <source>Take B away; nothing that was computed is lost</source>
        <translation>移除 B；计算结果不会丢失</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Filmstrip</source>
        <translation>胶片条(&amp;F)</translation>
    </message>
    <message>
        <source>Show or hide the row of images under the view</source>
        <translation>显示或隐藏视图下方的图像行</translation>
    </message>
    <message>
        <source>Light &amp;Theme</source>
        <translation>浅色主题(&amp;T)</translation>
    </message>
    <message>
        <source>Dark text on light panels</source>
        <translation>浅色面板，深色文字</translation>
    </message>
    <message>
        <source>&amp;Reset the Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Put every panel back to its first place and size</source>
        <translation>将所有面板恢复到初始位置和大小</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Search &amp;Actions…</source>
        <translation>搜索操作(&amp;A)…</translation>
    </message>
    <message>
        <source>Find any action by a few letters of its name</source>
        <translation>输入名称中的几个字母即可找到任何操作</translation>
    </message>
    <message>
        <source>Show the &amp;Hint</source>
        <translation>显示提示(&amp;H)</translation>
    </message>
    <message>
        <source>Show the line for newcomers again</source>
        <translation>再次显示新手提示</translation>
    </message>
    <message>
        <source>&amp;About Hierascope</source>
        <translation>关于 Hierascope(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版本和许可证</translation>
    </message>
    <message>
        <source>Gen&amp;erate</source>
        <translation>生成(&amp;E)</translation>
    </message>
    <message>
        <source>How a generator writes an image, step by step</source>
        <translation>生成器如何逐步写出一幅图像</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>Begin with the settings and go through all steps</source>
        <translation>以当前设置开始并完成所有步骤</translation>
    </message>
    <message>
        <source>One &amp;Step On</source>
        <translation>前进一步(&amp;S)</translation>
    </message>
    <message>
        <source>Move the step cursor on, and compute the step where it is missing</source>
        <translation>步骤光标前移，缺少该步时进行计算</translation>
    </message>
    <message>
        <source>&amp;Play or Stop</source>
        <translation>播放或停止(&amp;P)</translation>
    </message>
    <message>
        <source>Compute what is missing, or go through the steps again; or stop it</source>
        <translation>计算缺少的步骤，或重新播放各步；或停止</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>循环(&amp;L)</translation>
    </message>
    <message>
        <source>Begin again at the end of the steps</source>
        <translation>到最后一步后重新开始</translation>
    </message>
    <message>
        <source>Step &amp;Before</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>Move the step cursor back</source>
        <translation>步骤光标后移</translation>
    </message>
    <message>
        <source>Step &amp;After</source>
        <translation>下一步(&amp;A)</translation>
    </message>
    <message>
        <source>Move the step cursor on, over steps that are there</source>
        <translation>步骤光标在已有步骤上前移</translation>
    </message>
    <message>
        <source>Branch &amp;Here</source>
        <translation>在此分支(&amp;H)</translation>
    </message>
    <message>
        <source>Go on behind the step under the cursor with the settings</source>
        <translation>以当前设置从光标所在步骤之后继续</translation>
    </message>
    <message>
        <source>Branch A&amp;bove</source>
        <translation>上方的分支(&amp;B)</translation>
    </message>
    <message>
        <source>Show the branch above in the tree</source>
        <translation>显示树中上方的分支</translation>
    </message>
    <message>
        <source>Branch Belo&amp;w</source>
        <translation>下方的分支(&amp;W)</translation>
    </message>
    <message>
        <source>Show the branch below in the tree</source>
        <translation>显示树中下方的分支</translation>
    </message>
    <message>
        <source>&amp;Remove Branch</source>
        <translation>移除分支(&amp;R)</translation>
    </message>
    <message>
        <source>Take the branch away with those that begin in it; undo brings it back</source>
        <translation>移除该分支及由它开始的分支；撤销可恢复</translation>
    </message>
    <message>
        <source>Ran&amp;dom Seed</source>
        <translation>随机取种子(&amp;D)</translation>
    </message>
    <message>
        <source>Take a random seed</source>
        <translation>取一个随机的种子</translation>
    </message>
    <message>
        <source>Grid of &amp;Nine Seeds</source>
        <translation>九个种子的网格(&amp;N)</translation>
    </message>
    <message>
        <source>Show nine seeds at once, or one picture large again</source>
        <translation>同时显示九个种子，或再次放大显示一幅图像</translation>
    </message>
    <message>
        <source>Loc&amp;k Step with Another Generator</source>
        <translation>与另一生成器同步(&amp;K)</translation>
    </message>
    <message>
        <source>Run another generator of the library as B beside A, or stop that</source>
        <translation>将资料库中的另一个生成器作为 B 与 A 并行运行，或结束</translation>
    </message>
    <message>
        <source>&amp;Open the Generator Demo</source>
        <translation>打开生成器演示(&amp;O)</translation>
    </message>
    <message>
        <source>Open the demo&apos;s generators and generate an image</source>
        <translation>打开演示的生成器并生成一幅图像</translation>
    </message>
    <message>
        <source>Image &amp;Hierarchies</source>
        <translation>图像层级(&amp;H)</translation>
    </message>
    <message>
        <source>The image tokens inside of the encoder, merged again and again (ResTok)</source>
        <translation>编码器内部逐次合并的图像 token (ResTok)</translation>
    </message>
    <message>
        <source>&amp;Latents</source>
        <translation>潜空间(&amp;L)</translation>
    </message>
    <message>
        <source>Where the tokens lie in latent space, and how evenly</source>
        <translation>token 在潜空间中的位置及其均匀程度</translation>
    </message>
    <message>
        <source>Make, Pause or &amp;Continue the Map</source>
        <translation>生成、暂停或继续图(&amp;C)</translation>
    </message>
    <message>
        <source>Gather the points and lay them out, or pause, or go on</source>
        <translation>收集点并布置，或暂停，或继续</translation>
    </message>
    <message>
        <source>&amp;Restart with the Next Seed</source>
        <translation>以下一个种子重新开始(&amp;R)</translation>
    </message>
    <message>
        <source>The same points from the start</source>
        <translation>从头布置同样的点</translation>
    </message>
    <message>
        <source>&amp;More Iterations</source>
        <translation>更多迭代(&amp;M)</translation>
    </message>
    <message>
        <source>Go on with the map for 500 iterations</source>
        <translation>将图再迭代 500 次</translation>
    </message>
    <message>
        <source>Measure over &amp;Five Seeds</source>
        <translation>以五个种子测量(&amp;F)</translation>
    </message>
    <message>
        <source>Repeat sampling and map with five seeds: mean and deviation of CV, Gini and entropy, of A and of B</source>
        <translation>以五个种子重复抽样与布置：A 与 B 的 CV、基尼系数与熵的均值和偏差</translation>
    </message>
    <message>
        <source>Map the Demo&apos;s &amp;Images</source>
        <translation>用演示图像生成图(&amp;I)</translation>
    </message>
    <message>
        <source>Gather the latent vectors of the demo&apos;s images and lay them out</source>
        <translation>收集演示图像的潜在向量并布置</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>点(&amp;P)</translation>
    </message>
    <message>
        <source>A disc for each token</source>
        <translation>每个 token 一个圆点</translation>
    </message>
    <message>
        <source>P&amp;ictures</source>
        <translation>图像(&amp;I)</translation>
    </message>
    <message>
        <source>What the tokens show, as many as do not overlap</source>
        <translation>token 所显示的内容，以互不重叠为限</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>密度(&amp;D)</translation>
    </message>
    <message>
        <source>How densely the points lie, with contours</source>
        <translation>点的疏密，带等高线</translation>
    </message>
    <message>
        <source>Three Dimensions</source>
        <translation>三维</translation>
    </message>
    <message>
        <source>A cloud in space instead of a map in the plane</source>
        <translation>用空间中的点云代替平面上的图</translation>
    </message>
    <message>
        <source>C&amp;olour by</source>
        <translation>着色依据(&amp;O)</translation>
    </message>
    <message>
        <source>Colour by: %1</source>
        <translation>着色依据：%1</translation>
    </message>
    <message>
        <source>What the colour of a point says</source>
        <translation>点的颜色表示什么</translation>
    </message>
    <message>
        <source>&amp;Maps of A and B</source>
        <translation>A 与 B 的图(&amp;M)</translation>
    </message>
    <message>
        <source>Map of A Alone</source>
        <translation>只显示 A 的图</translation>
    </message>
    <message>
        <source>The map of A alone</source>
        <translation>只显示 A 的图</translation>
    </message>
    <message>
        <source>Maps Side by Side</source>
        <translation>两图并排</translation>
    </message>
    <message>
        <source>A and B beside each other: one camera, one selection</source>
        <translation>A 与 B 并排：同一相机，同一选择</translation>
    </message>
    <message>
        <source>Morph from A to B</source>
        <translation>从 A 渐变到 B</translation>
    </message>
    <message>
        <source>One map: the points of B go from where A has them</source>
        <translation>一张图：B 的点从 A 中的位置出发</translation>
    </message>
    <message>
        <source>Move the Map</source>
        <translation>移动图</translation>
    </message>
    <message>
        <source>A drag moves the map, a click selects a point</source>
        <translation>拖动移动图，单击选择一个点</translation>
    </message>
    <message>
        <source>Select with a Rectangle</source>
        <translation>用矩形选择</translation>
    </message>
    <message>
        <source>A drag selects a rectangle; Shift adds, Ctrl takes away</source>
        <translation>拖动选择一个矩形；Shift 添加，Ctrl 移除</translation>
    </message>
    <message>
        <source>Select with a &amp;Lasso</source>
        <translation>用套索选择(&amp;L)</translation>
    </message>
    <message>
        <source>A drag selects what it goes around; Shift adds, Ctrl takes away</source>
        <translation>拖动选择所圈的点；Shift 添加，Ctrl 移除</translation>
    </message>
    <message>
        <source>Select with a &amp;Brush</source>
        <translation>用画笔选择(&amp;B)</translation>
    </message>
    <message>
        <source>A drag selects what it touches; Shift adds, Ctrl takes away</source>
        <translation>拖动选择所碰到的点；Shift 添加，Ctrl 移除</translation>
    </message>
    <message>
        <source>Select &amp;All Points</source>
        <translation>选择所有点(&amp;A)</translation>
    </message>
    <message>
        <source>Select every point of the map</source>
        <translation>选择图中的每个点</translation>
    </message>
    <message>
        <source>In&amp;vert the Selection</source>
        <translation>反转选择(&amp;V)</translation>
    </message>
    <message>
        <source>Select all points that are not selected</source>
        <translation>选择所有未选中的点</translation>
    </message>
    <message>
        <source>&amp;Save the Selection as a Subset…</source>
        <translation>将选择保存为子集(&amp;S)…</translation>
    </message>
    <message>
        <source>Give the selected points a name, to find them again</source>
        <translation>给选中的点命名，以便再次找到</translation>
    </message>
    <message>
        <source>E&amp;xport Points…</source>
        <translation>导出点(&amp;X)…</translation>
    </message>
    <message>
        <source>Save the selected points, or all, with their vectors and places</source>
        <translation>保存选中的点，或全部，连同向量与位置</translation>
    </message>
    <message>
        <source>T&amp;rain</source>
        <translation>训练(&amp;R)</translation>
    </message>
    <message>
        <source>Start, watch and compare trainings</source>
        <translation>开始、观察和比较训练</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;New Run…</source>
        <translation>新建运行(&amp;N)…</translation>
    </message>
    <message>
        <source>Choose settings and data for a training</source>
        <translation>为训练选择设置和数据</translation>
    </message>
    <message>
        <source>&amp;Start or Resume the Run</source>
        <translation>开始或继续运行(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause the Run</source>
        <translation>暂停运行(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;top the Run</source>
        <translation>停止运行(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Extend the Run</source>
        <translation>延长运行(&amp;E)</translation>
    </message>
    <message>
        <source>Sample &amp;Now</source>
        <translation>立即采样(&amp;N)</translation>
    </message>
    <message>
        <source>Save a &amp;Checkpoint Now</source>
        <translation>立即保存检查点(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Duplicate the Run with Changes…</source>
        <translation>复制运行并修改(&amp;D)…</translation>
    </message>
    <message>
        <source>Open the Run&apos;s &amp;Folder</source>
        <translation>打开运行文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>Start runs one after the other: a new one waits while another one trains</source>
        <translation>逐个开始运行：另一个训练时新的会等待</translation>
    </message>
    <message>
        <source>Choose the &amp;Runs Folder…</source>
        <translation>选择运行文件夹(&amp;R)…</translation>
    </message>
    <message>
        <source>Runs are listed from it and made in it</source>
        <translation>运行列自并创建于该文件夹</translation>
    </message>
    <message>
        <source>Stay A&amp;wake While Training</source>
        <translation>训练时保持唤醒(&amp;W)</translation>
    </message>
    <message>
        <source>This computer does not go to sleep while one of its runs trains and this window is open</source>
        <translation>只要本机有运行在训练且此窗口开着，计算机就不会休眠</translation>
    </message>
    <message>
        <source>A&amp;ttention</source>
        <translation>注意力(&amp;T)</translation>
    </message>
    <message>
        <source>Who reads whom, and what really depends on what</source>
        <translation>谁读取谁，什么真正依赖什么</translation>
    </message>
    <message>
        <source>&amp;Attention</source>
        <translation>注意力(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Maps over the Image</source>
        <translation>图像上的注意力图(&amp;M)</translation>
    </message>
    <message>
        <source>The selected token&apos;s attention over the image</source>
        <translation>所选词元在图像上的注意力</translation>
    </message>
    <message>
        <source>All &amp;Heads</source>
        <translation>所有头(&amp;H)</translation>
    </message>
    <message>
        <source>Every head of every layer as a small map</source>
        <translation>每层每个头的小图</translation>
    </message>
    <message>
        <source>Declared Mas&amp;k</source>
        <translation>声明的掩码(&amp;K)</translation>
    </message>
    <message>
        <source>The declared mask, and a head&apos;s attention of all tokens</source>
        <translation>声明的掩码，以及一个头对所有词元的注意力</translation>
    </message>
    <message>
        <source>&amp;Summary from Level to Level</source>
        <translation>层级间汇总(&amp;S)</translation>
    </message>
    <message>
        <source>How much of each level&apos;s attention goes to each level</source>
        <translation>各层级的注意力有多少流向各层级</translation>
    </message>
    <message>
        <source>Measured &amp;Influence</source>
        <translation>测得的影响(&amp;I)</translation>
    </message>
    <message>
        <source>Disturb the selected token and see what moves</source>
        <translation>扰动所选词元，看什么变化</translation>
    </message>
    <message>
        <source>&amp;Audit of the Mask</source>
        <translation>掩码审查(&amp;A)</translation>
    </message>
    <message>
        <source>Declared against measured dependency: leaks</source>
        <translation>声明的依赖与测得的依赖对照：泄漏</translation>
    </message>
    <message>
        <source>&amp;Encoder or Decoder</source>
        <translation>编码器或解码器(&amp;E)</translation>
    </message>
    <message>
        <source>Look into the other part of the model</source>
        <translation>查看模型的另一部分</translation>
    </message>
    <message>
        <source>&amp;Reads or Is Read</source>
        <translation>读取或被读取(&amp;R)</translation>
    </message>
    <message>
        <source>Whom the token reads, or who reads it</source>
        <translation>词元读取谁，或谁读取它</translation>
    </message>
    <message>
        <source>&amp;Previous Layer</source>
        <translation>上一层(&amp;P)</translation>
    </message>
    <message>
        <source>Look one layer earlier</source>
        <translation>查看前一层</translation>
    </message>
    <message>
        <source>&amp;Next Layer</source>
        <translation>下一层(&amp;N)</translation>
    </message>
    <message>
        <source>Look one layer later</source>
        <translation>查看后一层</translation>
    </message>
    <message>
        <source>Pre&amp;vious Head</source>
        <translation>上一个头(&amp;V)</translation>
    </message>
    <message>
        <source>The head before; before the first comes the mean of all</source>
        <translation>前一个头；第一个之前是所有头的平均</translation>
    </message>
    <message>
        <source>Ne&amp;xt Head</source>
        <translation>下一个头(&amp;X)</translation>
    </message>
    <message>
        <source>The next head of the layer</source>
        <translation>该层的下一个头</translation>
    </message>
    <message>
        <source>&amp;Order of the Heads</source>
        <translation>头的排序(&amp;O)</translation>
    </message>
    <message>
        <source>By layer, by entropy, or by distance</source>
        <translation>按层、按熵或按距离</translation>
    </message>
    <message>
        <source>Next &amp;Disturbance</source>
        <translation>下一种扰动(&amp;D)</translation>
    </message>
    <message>
        <source>Zero, mean, noise, or the mask token</source>
        <translation>零、均值、噪声或掩码词元</translation>
    </message>
    <message>
        <source>&amp;Copy the Numbers</source>
        <translation>复制数值(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the numbers of this look as a Markdown table</source>
        <translation>将此视图的数值复制为 Markdown 表格</translation>
    </message>
    <message>
        <source>Code&amp;book</source>
        <translation>码本(&amp;B)</translation>
    </message>
    <message>
        <source>What each code is used for, or each channel</source>
        <translation>每个码字或通道的用途</translation>
    </message>
    <message>
        <source>&amp;Count, or Stop Counting</source>
        <translation>计数或停止计数(&amp;C)</translation>
    </message>
    <message>
        <source>Encode the images and count their codes, or keep what there is</source>
        <translation>编码图像并统计码字，或保留已有结果</translation>
    </message>
    <message>
        <source>Count a &amp;Folder…</source>
        <translation>统计文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Count the codes of a folder&apos;s images</source>
        <translation>统计文件夹中图像的码字</translation>
    </message>
    <message>
        <source>Count a Data Set in One F&amp;ile…</source>
        <translation>统计单文件数据集(&amp;I)…</translation>
    </message>
    <message>
        <source>Count the codes of an IDX file or another packed set</source>
        <translation>统计 IDX 文件或其他打包数据集的码字</translation>
    </message>
    <message>
        <source>Count the &amp;Demo&apos;s Images</source>
        <translation>统计演示图像(&amp;D)</translation>
    </message>
    <message>
        <source>Show the Codebook view and count the codes of the demo&apos;s images</source>
        <translation>显示码本视图并统计演示图像的码字</translation>
    </message>
    <message>
        <source>Codes as a &amp;Grid</source>
        <translation>码字网格(&amp;G)</translation>
    </message>
    <message>
        <source>Every code as a cell</source>
        <translation>每个码字为一格</translation>
    </message>
    <message>
        <source>Codes as a &amp;Map</source>
        <translation>码字地图(&amp;M)</translation>
    </message>
    <message>
        <source>Every code where PCA lays its vector</source>
        <translation>每个码字位于 PCA 布置处</translation>
    </message>
    <message>
        <source>Next &amp;Order of the Codes</source>
        <translation>码字的下一种顺序(&amp;O)</translation>
    </message>
    <message>
        <source>By usage, by number, or by level</source>
        <translation>按使用、编号或层级</translation>
    </message>
    <message>
        <source>Usage of the Level &amp;Before</source>
        <translation>上一层级的使用情况(&amp;B)</translation>
    </message>
    <message>
        <source>Show the usage of a coarser level; before the first come all</source>
        <translation>显示更粗层级的使用情况；第一层之前为全部</translation>
    </message>
    <message>
        <source>Usage of the &amp;Next Level</source>
        <translation>下一层级的使用情况(&amp;N)</translation>
    </message>
    <message>
        <source>Show the usage of a finer level</source>
        <translation>显示更细层级的使用情况</translation>
    </message>
    <message>
        <source>&amp;Previous Channel</source>
        <translation>上一通道(&amp;P)</translation>
    </message>
    <message>
        <source>Traverse the channel before</source>
        <translation>遍历上一通道</translation>
    </message>
    <message>
        <source>Next C&amp;hannel</source>
        <translation>下一通道(&amp;H)</translation>
    </message>
    <message>
        <source>Traverse the next channel</source>
        <translation>遍历下一通道</translation>
    </message>
    <message>
        <source>Cop&amp;y the Numbers</source>
        <translation>复制数字(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy the numbers of this view as a Markdown table</source>
        <translation>将此视图的数字复制为 Markdown 表格</translation>
    </message>
    <message>
        <source>Play the Chec&amp;kpoints</source>
        <translation>播放检查点(&amp;K)</translation>
    </message>
    <message>
        <source>Go through the checkpoints of A&apos;s run, each as soon as it is computed</source>
        <translation>依次浏览 A 所属运行的检查点，每个算好后即显示</translation>
    </message>
    <message>
        <source>Select the Codes That Differ</source>
        <translation>选中不同的编码</translation>
    </message>
    <message>
        <source>Select every token whose code is another in B; they light up in all views</source>
        <translation>选中每个在 B 中编码不同的 token；它们在所有视图中高亮</translation>
    </message>
    <message>
        <source>We&amp;ights That Moved…</source>
        <translation>变化的权重(&amp;I)…</translation>
    </message>
    <message>
        <source>List the tensors of A and B, the one that moved most first</source>
        <translation>列出 A 与 B 的张量，变化最大的在前</translation>
    </message>
    <message>
        <source>Demo: &amp;Multi-Scale against Single-Scale</source>
        <translation>演示：多尺度对单尺度(&amp;M)</translation>
    </message>
    <message>
        <source>HieraTok&apos;s comparison: five scales as A, one scale as B, on the same image</source>
        <translation>HieraTok 的比较：五个尺度为 A，一个尺度为 B，同一图像</translation>
    </message>
    <message>
        <source>Demo: &amp;HAR against AR</source>
        <translation>演示：HAR 对 AR(&amp;H)</translation>
    </message>
    <message>
        <source>ResTok&apos;s comparison: nine steps as A, one for each token as B, from the same seed</source>
        <translation>ResTok 的比较：九步为 A，每个 token 一步为 B，同一种子</translation>
    </message>
    <message>
        <source>Pixels That Edits Mo&amp;ved</source>
        <translation>被编辑改变的像素(&amp;V)</translation>
    </message>
    <message>
        <source>Edited minus unedited, where tokens are edited</source>
        <translation>编辑 token 时，编辑后减编辑前</translation>
    </message>
    <message>
        <source>To&amp;kens</source>
        <translation>Token(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Edit Tokens</source>
        <translation>编辑 Token(&amp;E)</translation>
    </message>
    <message>
        <source>Put something else in the place of tokens and see what it does</source>
        <translation>用别的内容替换 token 并查看效果</translation>
    </message>
    <message>
        <source>Replace by the &amp;Nearest Code</source>
        <translation>替换为最近的编码(&amp;N)</translation>
    </message>
    <message>
        <source>The code whose vector is nearest to each selected token&apos;s own</source>
        <translation>向量与各所选 token 最接近的编码</translation>
    </message>
    <message>
        <source>Replace by a &amp;Code</source>
        <translation>替换为某编码(&amp;C)</translation>
    </message>
    <message>
        <source>The code whose number the panel shows</source>
        <translation>面板所示编号的编码</translation>
    </message>
    <message>
        <source>Replace by &amp;Zero</source>
        <translation>替换为零(&amp;Z)</translation>
    </message>
    <message>
        <source>Numbers that are all zero</source>
        <translation>全为零的数值</translation>
    </message>
    <message>
        <source>Replace by the &amp;Mask Token</source>
        <translation>替换为掩码 token(&amp;M)</translation>
    </message>
    <message>
        <source>The token that the model learnt for a gap</source>
        <translation>模型为空缺学到的 token</translation>
    </message>
    <message>
        <source>Add N&amp;oise</source>
        <translation>加噪声(&amp;O)</translation>
    </message>
    <message>
        <source>Add normal noise to the selected tokens</source>
        <translation>给所选 token 加上正态噪声</translation>
    </message>
    <message>
        <source>&amp;Interpolate with the Source</source>
        <translation>与来源插值(&amp;I)</translation>
    </message>
    <message>
        <source>Between each selected token and the source&apos;s at its place</source>
        <translation>在各所选 token 与来源同位置 token 之间</translation>
    </message>
    <message>
        <source>&amp;Take the Source&apos;s Tokens</source>
        <translation>取来源的 token(&amp;T)</translation>
    </message>
    <message>
        <source>The tokens of B or another image at the places of the selected ones</source>
        <translation>B 或另一图像中与所选位置相同的 token</translation>
    </message>
    <message>
        <source>Take the Source&apos;s Whole &amp;Level</source>
        <translation>取来源的整个层级(&amp;L)</translation>
    </message>
    <message>
        <source>What if this level came from the other image?</source>
        <translation>如果这一层级来自另一图像会怎样？</translation>
    </message>
    <message>
        <source>Copy To&amp;kens</source>
        <translation>复制 Token(&amp;K)</translation>
    </message>
    <message>
        <source>Keep the selected tokens; they can be put into any image</source>
        <translation>保留所选 token；可放入任何图像</translation>
    </message>
    <message>
        <source>&amp;Paste Tokens</source>
        <translation>粘贴 Token(&amp;P)</translation>
    </message>
    <message>
        <source>Put the copied tokens on the selected ones</source>
        <translation>将复制的 token 放到所选 token 上</translation>
    </message>
    <message>
        <source>P&amp;aste Tokens in Place</source>
        <translation>原位粘贴 Token(&amp;A)</translation>
    </message>
    <message>
        <source>Put the copied tokens where they were copied</source>
        <translation>将复制的 token 放到复制时的位置</translation>
    </message>
    <message>
        <source>&amp;Restore Tokens</source>
        <translation>恢复 Token(&amp;R)</translation>
    </message>
    <message>
        <source>Put back what stood in the place of the selected tokens</source>
        <translation>恢复所选 token 原来的内容</translation>
    </message>
    <message>
        <source>Show the Image &amp;Unedited</source>
        <translation>显示未编辑的图像(&amp;U)</translation>
    </message>
    <message>
        <source>Show the image without edits; they stay in the history</source>
        <translation>显示未编辑的图像；编辑保留在历史中</translation>
    </message>
    <message>
        <source>Compare &amp;with the Unedited Image</source>
        <translation>与未编辑的图像比较(&amp;W)</translation>
    </message>
    <message>
        <source>Make B the same image without edits, beside this one</source>
        <translation>将 B 设为未编辑的同一图像并排显示</translation>
    </message>
    <message>
        <source>Earlier E&amp;dit</source>
        <translation>更早的编辑(&amp;D)</translation>
    </message>
    <message>
        <source>Show one edit less</source>
        <translation>少显示一次编辑</translation>
    </message>
    <message>
        <source>Later Edit</source>
        <translation>更晚的编辑</translation>
    </message>
    <message>
        <source>Show one edit more</source>
        <translation>多显示一次编辑</translation>
    </message>
    <message>
        <source>Open &amp;Session…</source>
        <translation>打开会话(&amp;S)…</translation>
    </message>
    <message>
        <source>Show again what a session file holds: subjects, cursors, views</source>
        <translation>重新显示会话文件的内容：对象、游标、视图</translation>
    </message>
    <message>
        <source>&amp;Save Session</source>
        <translation>保存会话(&amp;S)</translation>
    </message>
    <message>
        <source>Keep what the window shows in its session file</source>
        <translation>将窗口所示内容保存到其会话文件</translation>
    </message>
    <message>
        <source>Save Session &amp;As…</source>
        <translation>会话另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Keep what the window shows in another session file</source>
        <translation>将窗口所示内容保存到另一个会话文件</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::WindowDocks</name>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Show or hide the panel %1</source>
        <translation>显示或隐藏面板“%1”</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::WipeHandle</name>
    <message>
        <source>Wipe</source>
        <translation>划分对比</translation>
    </message>
    <message>
        <source>A lies to the left of the line, B to the right</source>
        <translation>线的左侧是 A，右侧是 B</translation>
    </message>
    <message>
        <source>Drag or arrow keys: A to the left, B to the right; double click: the middle</source>
        <translation>拖动或方向键：A 在左，B 在右；双击：居中</translation>
    </message>
</context>
<context>
    <name>hierascope::widgets::Workbench</name>
    <message>
        <source>Looking at files</source>
        <translation>正在查看文件</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>Reconstructing %1</source>
        <translation>正在重建 %1</translation>
    </message>
    <message>
        <source>Decoding edited tokens of %1</source>
        <translation>正在解码 %1 的已编辑 token</translation>
    </message>
</context>
</TS>
